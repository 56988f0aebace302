#version 440
layout(location = 0) in vec4 shade;
layout(location = 0) out vec4 fragment;
void main() {
    fragment = shade;
}
