// Helper of maps/build: two jobs that SQL does badly.
//   islands IN.geojson DEGREES OUT.geojson   drops rings smaller than DEGREES in both directions
//   places  cities500.txt COUNTRY,... OUT.csv   GeoNames rows with the Korean name picked out
import { readFileSync, writeFileSync } from 'node:fs';

const [job, input, argument, output] = process.argv.slice(2);

const tooSmall = (ring, limit) => {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [x, y] of ring) {
        west = Math.min(west, x); east = Math.max(east, x);
        south = Math.min(south, y); north = Math.max(north, y);
    }
    return east - west < limit && north - south < limit;
};

function islands() {
    const limit = Number(argument);
    const { geometries } = JSON.parse(readFileSync(input, 'utf8'));
    const coordinates = geometries
        .flatMap((g) => (g.type === 'Polygon' ? [g.coordinates] : g.coordinates))
        .map((polygon) => polygon.filter((ring, i) => i === 0 || !tooSmall(ring, limit)))
        .filter((polygon) => !tooSmall(polygon[0], limit));
    const geometry = { type: 'MultiPolygon', coordinates };
    writeFileSync(output, JSON.stringify({
        type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry }],
    }));
}

// "서울" rather than "서울특별시": a map wants the short form; the bare name is the shortest one written in Hangul only.
function koreanName(alternates) {
    const hangul = alternates.split(',').filter((n) => /^[\p{Script=Hangul}]{2,}$/u.test(n));
    const shortest = hangul.sort((a, b) => a.length - b.length)[0] ?? '';
    return shortest.replace(/^(.{2,})시$/u, '$1');
}

// Labels are thinned here, once, and not while a tile is drawn: each tile then shows the same labels as its neighbours.
// A place gets the first zoom at which its label keeps clear of all more important ones.
const labelWidth_px = 84, labelHeight_px = 34, lastLabelZoom = 13;

function firstZoom(code, population) {
    if (code === 'PPLC' || population >= 1_000_000) return 5;
    if (population >= 250_000) return 7;
    if (population >= 80_000 || code === 'PPLA') return 8;
    if (population >= 30_000) return 9;
    return 10;
}

function mercator(lon, lat) {
    const y = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
    return [(lon + 180) / 360, (1 - y / Math.PI) / 2];
}

// A few small entries without a Korean name are no towns that anybody looks for.
const worthALabel = (row) => row.nameKo !== '' || row.population >= 50_000;

function setLabelZooms(rows) {
    const importance = (r) => (r.code === 'PPLC' ? 1e9 : 0) + r.population + (r.code === 'PPLA' ? 300_000 : 0);
    rows.sort((a, b) => importance(b) - importance(a) || a.id - b.id);
    const placed = [];
    for (const row of rows) {
        [row.x, row.y] = mercator(row.lon, row.lat);
        row.labelZoom = firstZoom(row.code, row.population);
        const clashes = (other) => other.labelZoom <= row.labelZoom
            && Math.abs(other.x - row.x) * 256 * 2 ** row.labelZoom < labelWidth_px
            && Math.abs(other.y - row.y) * 256 * 2 ** row.labelZoom < labelHeight_px;
        while (row.labelZoom < lastLabelZoom && placed.some(clashes)) ++row.labelZoom;
        if (placed.some(clashes) || !worthALabel(row)) row.labelZoom = 99; // never
        placed.push(row);
    }
}

function places() {
    const countries = new Set(argument.split(','));
    const quote = (text) => `"${String(text).replaceAll('"', '""')}"`;
    const rows = readFileSync(input, 'utf8').split('\n').map((line) => line.split('\t'))
        .filter((f) => f.length >= 19 && countries.has(f[8]))
        .map((f) => ({ id: Number(f[0]), nameEn: f[2], nameKo: koreanName(f[3]), code: f[7], country: f[8],
            population: Number(f[14]), ground_m: f[16], date: f[18], lon: Number(f[5]), lat: Number(f[4]) }));
    setLabelZooms(rows);
    const lines = ['geonames_id,name_en,name_ko,feature_code,country,population,ground_m,label_zoom,source,source_date,lon,lat'];
    for (const r of rows)
        lines.push([r.id, quote(r.nameEn), quote(r.nameKo), r.code, r.country, r.population > 0 ? r.population : '',
            r.ground_m, r.labelZoom, 'GeoNames', r.date, r.lon, r.lat].join(','));
    writeFileSync(output, lines.join('\n') + '\n');
}

const jobs = { islands, places };
if (!jobs[job] || !output) {
    console.error('usage: prepare.mjs islands|places INPUT ARGUMENT OUTPUT');
    process.exit(2);
}
jobs[job]();
