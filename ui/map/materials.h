#pragma once

#include <QColor>
#include <QSGMaterial>
#include <QSGTexture>
#include <QVector3D>

#include <memory>

namespace haneul::map {

// Draws TrackVertex triangles; a pan or zoom changes only `toScreen`.
class TrackMaterial : public QSGMaterial {
public:
    TrackMaterial();
    [[nodiscard]] QSGMaterialType* type() const override;
    [[nodiscard]] QSGMaterialShader* createShader(QSGRendererInterface::RenderMode) const override;
    [[nodiscard]] int compare(const QSGMaterial* other) const override;

    QVector3D toScreen; // origin in pixels (x, y), pixels per unit
};

// Draws squares of TrackVertex as round dots.
class DotMaterial final : public TrackMaterial {
public:
    [[nodiscard]] QSGMaterialType* type() const override;
    [[nodiscard]] QSGMaterialShader* createShader(QSGRendererInterface::RenderMode) const override;
};

// Draws LabelVertex quads from a glyph atlas.
class LabelMaterial final : public QSGMaterial {
public:
    LabelMaterial();
    [[nodiscard]] QSGMaterialType* type() const override;
    [[nodiscard]] QSGMaterialShader* createShader(QSGRendererInterface::RenderMode) const override;
    [[nodiscard]] int compare(const QSGMaterial* other) const override;

    std::unique_ptr<QSGTexture> texture;
    QColor halo; // with its opacity
};

} // namespace haneul::map
