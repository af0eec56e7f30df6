// Puts into wwwroot/lib the files that pages serve: one style sheet, the fonts, one sprite of icons, htmx and the charts.
// Run by build/Assets.targets; only files named here leave node_modules.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as sass from 'sass';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const lib = join(root, 'wwwroot', 'lib');

rmSync(lib, { recursive: true, force: true });
mkdirSync(join(lib, 'fonts'), { recursive: true });

copyFileSync(join(modules, 'htmx.org/dist/htmx.min.js'), join(lib, 'htmx.min.js'));
copyFileSync(join(modules, 'echarts/dist/echarts.common.min.js'), join(lib, 'echarts.min.js'));

writeFileSync(join(lib, 'icons.svg'), sprite(readFileSync(join(root, 'build/icons.txt'), 'utf8').split('\n').filter(Boolean)));
// The style sheet is written last: the target takes its time as the time of the whole folder.
writeFileSync(join(lib, 'site.css'), fonts([400, 500, 600]) + styles());

/** The @font-face rules of the weights in use, woff2 only; the files are copied beside them. */
function fonts(weights) {
  return weights
    .map(weight => readFileSync(join(modules, `@fontsource/golos-text/${weight}.css`), 'utf8'))
    .join('\n')
    .replace(/url\(\.\/files\/([^)]+\.woff2)\)[^;]*;/g, (_, name) => {
      copyFileSync(join(modules, '@fontsource/golos-text/files', name), join(lib, 'fonts', name));
      return `url(fonts/${name}) format('woff2');`;
    });
}

/** One file of <symbol>s named as in Tabler Icons; colour and line width come from the page's CSS. */
function sprite(names) {
  const symbols = names.map(name => {
    const source = readFileSync(join(modules, `@tabler/icons/icons/outline/${name}.svg`), 'utf8');
    const shapes = source
      .replace(/^[\s\S]*?<svg[^>]*>/, '')
      .replace(/<\/svg>\s*$/, '')
      .replace(/<path stroke="none" d="M0 0h24v24H0z" fill="none" ?\/>/, '')
      .replace(/\s*\n\s*/g, '');
    return `<symbol id="${name}" viewBox="0 0 24 24">${shapes}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('\n')}</svg>\n`;
}

function styles() {
  const { css } = sass.compile(join(root, 'Styles/site.scss'), {
    loadPaths: [modules],
    style: 'compressed',
    quietDeps: true,
    // Its byte order mark would stand in the middle of the file and spoil the rule after it.
    charset: false,
  });
  return css;
}
