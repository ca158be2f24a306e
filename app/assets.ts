import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { href } from '@folkmoot/basics/addresses.ts'
import { themeVersion, type Jurisdiction } from '../platform/directory/index.ts'
import type { Island } from '../platform/http/index.ts'
import type { Assets } from '../ui/index.ts'
import { isWorthPacking, packWell, type Packing } from './packing.ts'

type ManifestEntry = { readonly file: string; readonly css?: readonly string[]; readonly assets?: readonly string[] }

export type BuiltFiles = {
  readonly assetsFor: (place: Jurisdiction) => Assets
  /** A built file as it travels, kept in memory after the first time; undefined when there is none of this name. */
  readonly read: (name: string, packing: Packing) => Promise<BuiltFile | undefined>
}

export type BuiltFile = {
  readonly body: Uint8Array<ArrayBuffer>
  readonly mediaType: string
  readonly packing: Packing
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
}

/** Where the islands begin that only some pages get; `vite.config.ts` builds each. */
const islandSources: Readonly<Record<Island, string>> = {
  'draft-editor': 'stages/draft/text/island/editor.ts',
  'draw-replay': 'stages/arena/lottery/island/replay.ts',
}

/** What `vite build` made for the browser: names with hashes, so that they can be kept for ever. */
export function builtFiles(folder: string): BuiltFiles {
  const path = join(folder, '.vite/manifest.json')
  if (!existsSync(path)) throw new Error('The browser files are not built. Run: npm run build')
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, ManifestEntry> // written by Vite
  const [entry, icon] = [manifest['ui/client.ts'], manifest['ui/mark.svg']]
  if (!entry || !icon) throw new Error('The browser files are not built whole. Run: npm run build')
  const built = (name: string): string => `/${name}`
  const islands = Object.fromEntries(
    Object.entries(islandSources).map(([name, source]) => {
      const island = manifest[source]
      if (!island) throw new Error('The browser files are not built whole. Run: npm run build')
      return [name, { css: (island.css ?? []).map(built), js: [built(island.file)] }]
    }),
  )
  const fonts = (entry.assets ?? []).filter((name) => /latin-(?!ext).*\.woff2$/.test(name)).slice(0, 1)
  const kept = new Map<string, BuiltFile>()
  return {
    assetsFor: (place) => ({
      css: [
        ...(entry.css ?? []).map(built),
        ...(place.accent || place.brand
          ? [href('theme', { jurisdiction: place.slug, version: `${themeVersion(place)}.css` })]
          : []),
      ],
      js: [built(entry.file)],
      fonts: fonts.map(built),
      icon: built(icon.file),
      islands,
    }),
    read: async (name, asked) => {
      const mediaType = mediaTypes[extname(name)]
      if (!mediaType || !/^[\w.-]+$/.test(name)) return undefined
      const packing = isWorthPacking(mediaType) ? asked : 'plain'
      const known = kept.get(`${packing} ${name}`)
      if (known) return known
      try {
        const body = packWell(new Uint8Array(await readFile(join(folder, 'assets', name))), packing)
        const made = { body, mediaType, packing }
        kept.set(`${packing} ${name}`, made)
        return made
      } catch {
        return undefined // no such file
      }
    },
  }
}
