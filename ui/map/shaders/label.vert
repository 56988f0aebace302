#version 440
layout(location = 0) in vec2 place;    // pixels
layout(location = 1) in vec2 texel;    // 0..1
layout(location = 2) in vec4 colour;   // premultiplied
layout(location = 0) out vec2 at;
layout(location = 1) out vec4 shade;
layout(std140, binding = 0) uniform Look {
    mat4 qt_Matrix;
    vec4 halo;
    float qt_Opacity;
};
void main() {
    at = texel;
    shade = colour;
    gl_Position = qt_Matrix * vec4(place, 0.0, 1.0);
}
