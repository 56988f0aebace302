#version 440
layout(location = 0) in vec2 place;   // Mercator relative to the moving origin, times 2^20
layout(location = 1) in vec2 offset;  // pixels, to a corner of the square around the dot
layout(location = 2) in vec4 colour;  // premultiplied
layout(location = 0) out vec4 shade;
layout(location = 1) out vec2 from; // the dot's middle, pixels
layout(location = 2) flat out float radius;
layout(std140, binding = 0) uniform Camera {
    mat4 qt_Matrix;
    vec4 camera; // origin on the screen (x, y), pixels per unit
    float qt_Opacity;
};
void main() {
    shade = colour * qt_Opacity;
    radius = abs(offset.x);
    from = offset + sign(offset); // a pixel more, for the soft edge
    gl_Position = qt_Matrix * vec4(place * camera.z + camera.xy + from, 0.0, 1.0);
}
