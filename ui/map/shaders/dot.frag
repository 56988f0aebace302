#version 440
layout(location = 0) in vec4 shade;
layout(location = 1) in vec2 from;
layout(location = 2) flat in float radius;
layout(location = 0) out vec4 fragment;
void main() {
    fragment = shade * clamp(radius + 0.5 - length(from), 0.0, 1.0);
}
