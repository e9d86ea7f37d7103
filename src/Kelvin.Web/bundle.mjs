// Bundles Scripts/ and Styles/ into wwwroot/build. Every file keeps its name from build to build: the server
// fingerprints what pages name, and has the rest revalidated; a name that changed would be one that MSBuild
// listed before and no longer finds.
import { build } from 'esbuild';

await build({
  entryPoints: { kelvin: 'Scripts/kelvin.ts', chart: 'Scripts/chart/element.ts', style: 'Styles/kelvin.css' },
  outdir: 'wwwroot/build',
  bundle: true,
  minify: true,
  splitting: true,
  format: 'esm',
  target: 'es2023',
  chunkNames: '[name]',
  assetNames: '[name]',
  loader: { '.woff2': 'file' },
  legalComments: 'none',
  logLevel: 'warning',
});
