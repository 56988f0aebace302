#version 440
layout(location = 0) in vec2 at;
layout(location = 1) in vec4 shade;
layout(location = 0) out vec4 fragment;
layout(std140, binding = 0) uniform Look {
    mat4 qt_Matrix;
    vec4 halo;
    float qt_Opacity;
};
layout(binding = 1) uniform sampler2D glyphs; // r: fill, g: stroke around it
void main() {
    vec2 cover = texture(glyphs, at).rg;
    fragment = (shade * cover.r + halo * (cover.g * (1.0 - cover.r))) * qt_Opacity;
}
