#include "ui/map/materials.h"

#include <QMatrix4x4>
#include <QSGMaterialShader>

#include <array>
#include <cstring>
#include <functional>

namespace haneul::map {

namespace {

// Offsets of the std140 blocks in shaders/track.vert and shaders/label.vert: mat4, vec4, float.
constexpr qsizetype matrixOffset = 0;
constexpr qsizetype vectorOffset = 64;
constexpr qsizetype opacityOffset = 80;

void write(QByteArray& block, qsizetype offset, const void* data, std::size_t size) {
    std::memcpy(block.data() + offset, data, size);
}

bool writeCommon(QSGMaterialShader::RenderState& state, QByteArray& block) {
    bool changed = false;
    if (state.isMatrixDirty()) {
        const QMatrix4x4 matrix = state.combinedMatrix();
        write(block, matrixOffset, matrix.constData(), 64);
        changed = true;
    }
    if (state.isOpacityDirty()) {
        const float opacity = state.opacity();
        write(block, opacityOffset, &opacity, sizeof opacity);
        changed = true;
    }
    return changed;
}

class TrackShader final : public QSGMaterialShader {
public:
    TrackShader(const QString& vertex, const QString& fragment) {
        setShaderFileName(VertexStage, vertex);
        setShaderFileName(FragmentStage, fragment);
    }

    bool updateUniformData(RenderState& state, QSGMaterial* next, QSGMaterial*) override {
        writeCommon(state, *state.uniformData());
        const QVector3D toScreen = static_cast<const TrackMaterial*>(next)->toScreen;
        const std::array<float, 4> camera{toScreen.x(), toScreen.y(), toScreen.z(), 0.0F};
        write(*state.uniformData(), vectorOffset, camera.data(), sizeof camera);
        return true;
    }
};

class LabelShader final : public QSGMaterialShader {
public:
    LabelShader() {
        setShaderFileName(VertexStage, QStringLiteral(":/haneul/map/shaders/label.vert.qsb"));
        setShaderFileName(FragmentStage, QStringLiteral(":/haneul/map/shaders/label.frag.qsb"));
    }

    bool updateUniformData(RenderState& state, QSGMaterial* next, QSGMaterial*) override {
        writeCommon(state, *state.uniformData());
        const QColor color = static_cast<const LabelMaterial*>(next)->halo;
        const float alpha = color.alphaF();
        const std::array<float, 4> halo{color.redF() * alpha, color.greenF() * alpha, color.blueF() * alpha, alpha};
        write(*state.uniformData(), vectorOffset, halo.data(), sizeof halo);
        return true;
    }

    void updateSampledImage(RenderState& state, int, QSGTexture** texture, QSGMaterial* next, QSGMaterial*) override {
        QSGTexture* atlas = static_cast<const LabelMaterial*>(next)->texture.get();
        if (!atlas) return;
        atlas->commitTextureOperations(state.rhi(), state.resourceUpdateBatch());
        *texture = atlas;
    }
};

} // namespace

TrackMaterial::TrackMaterial() {
    // RequiresFullMatrix: the vertices are not in item coordinates, so the renderer must not merge or move them.
    setFlag(Blending | RequiresFullMatrix);
}

QSGMaterialType* TrackMaterial::type() const {
    static QSGMaterialType type;
    return &type;
}

QSGMaterialShader* TrackMaterial::createShader(QSGRendererInterface::RenderMode) const {
    return new TrackShader(QStringLiteral(":/haneul/map/shaders/track.vert.qsb"),
                           QStringLiteral(":/haneul/map/shaders/track.frag.qsb"));
}

int TrackMaterial::compare(const QSGMaterial* other) const {
    return this == other ? 0 : (std::less<const QSGMaterial*>{}(this, other) ? -1 : 1);
}

QSGMaterialType* DotMaterial::type() const {
    static QSGMaterialType type;
    return &type;
}

QSGMaterialShader* DotMaterial::createShader(QSGRendererInterface::RenderMode) const {
    return new TrackShader(QStringLiteral(":/haneul/map/shaders/dot.vert.qsb"),
                           QStringLiteral(":/haneul/map/shaders/dot.frag.qsb"));
}

LabelMaterial::LabelMaterial() {
    setFlag(Blending | RequiresFullMatrix);
}

QSGMaterialType* LabelMaterial::type() const {
    static QSGMaterialType type;
    return &type;
}

QSGMaterialShader* LabelMaterial::createShader(QSGRendererInterface::RenderMode) const {
    return new LabelShader;
}

int LabelMaterial::compare(const QSGMaterial* other) const {
    return this == other ? 0 : (std::less<const QSGMaterial*>{}(this, other) ? -1 : 1);
}

} // namespace haneul::map
