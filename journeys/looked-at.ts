import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { addressOf } from './crawl.ts'
import type { Depth } from './look.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder with a file for each kind of element that axe has seen at an address in this run. */
    readonly lookedAt: string
  }
}

/** Before the stories of a run: nothing is looked at yet. */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'folkmoot-looked-at-'))
  project.provide('lookedAt', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}

/** A browser shows the same whatever server the rows lie on: `npm test` looks, and on a given server the stories are told without. */
export const isLookedAtElsewhere = Boolean(process.env.DATABASE_URL)

const known = new Set<string>()

/**
 * Whether the page has a kind of element that no story of this run has seen at this address, this wide and by this light: axe takes
 * longer than all else on a page, and of the same kinds in other numbers it says the same twice. Of two who ask at once one hears yes.
 */
export async function hasNewKinds(page: Page, depth: Depth = 'all rules'): Promise<boolean> {
  if (isLookedAtElsewhere) return false
  const { pathname } = new URL(page.url())
  const light = (await page.evaluate<boolean>(isDark)) ? 'dark' : 'light'
  const where = `${addressOf(pathname) ?? pathname} ${page.viewportSize()?.width} ${light} ${depth}`
  const all = await page.evaluate<readonly string[]>(kinds)
  return all.map((kind) => isFirst(`${where} ${kind}`)).includes(true)
}

function isFirst(what: string): boolean {
  if (known.has(what)) return false
  known.add(what)
  try {
    writeFileSync(join(inject('lookedAt'), createHash('sha256').update(what).digest('hex')), '', { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

const isDark = 'matchMedia("(prefers-color-scheme: dark)").matches'

/**
 * An element with the one it lies in, its classes, type and role, and the names of its other attributes; and which heading comes
 * after which. In the page's own words.
 */
const kinds = `(() => {
  const attribute = ({ name, value }) => (['class', 'type', 'role'].includes(name) ? name + '=' + value : name)
  const kind = (one) => [one.parentElement.tagName, one.tagName, ...[...one.attributes].map(attribute).sort()].join(' ')
  const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((one) => one.tagName)
  const inOrder = headings.map((heading, at) => heading + ' after ' + headings[at - 1])
  return [...new Set([...[...document.querySelectorAll('body, body *')].map(kind), ...inOrder])]
})()`
