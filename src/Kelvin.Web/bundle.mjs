// Bundles Scripts/ and Styles/ into wwwroot/build. The entry files keep their names, because the server
// fingerprints them; chunks loaded on demand carry a hash of their own.
import { rm } from 'node:fs/promises';
import { build } from 'esbuild';

await rm('wwwroot/build', { recursive: true, force: true });
await build({
  entryPoints: { kelvin: 'Scripts/kelvin.ts', 'style': 'Styles/kelvin.css' },
  outdir: 'wwwroot/build',
  bundle: true,
  minify: true,
  splitting: true,
  format: 'esm',
  target: 'es2023',
  chunkNames: '[name]-[hash]',
  assetNames: '[name]',
  loader: { '.woff2': 'file' },
  legalComments: 'none',
  logLevel: 'warning',
});
