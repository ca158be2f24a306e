import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { drawAsText } from '@folkmoot/sortition/testing-draw.ts'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { browserPath } from './house.ts'

/** A resident who doubts a draw works it out anew in her own browser, and gets what the town got, to the last byte. */

let folder: string
let server: Server

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'folkmoot-draw-'))
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html><title>Draw</title><script type="module" src="./draw.ts"></script>',
  )
  const source = join(import.meta.dirname, '../methods/sortition/testing-draw.ts')
  await writeFile(
    join(folder, 'draw.ts'),
    `import { drawAsText } from ${JSON.stringify(source)}\ndrawAsText().then((text) => { globalThis.drawn = text }, (error) => { globalThis.drawn = String(error) })`,
  )
  await build({ configFile: false, root: folder, logLevel: 'silent', build: { outDir: 'built', target: 'esnext' } })
  server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '/')
    readFile(join(folder, 'built', path)).then(
      (body) =>
        response.writeHead(200, { 'content-type': sorts[extname(path)] ?? 'application/octet-stream' }).end(body),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
}, 120_000)

const sorts: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm' }

afterAll(async () => {
  server.close()
  await rm(folder, { recursive: true, force: true })
})

test('a draw worked out in a browser is the draw worked out by the server, to the last byte', async () => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has a port')
  const browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    const broken: string[] = []
    page.on('pageerror', (error) => broken.push(error.message))
    await page.goto(`http://127.0.0.1:${address.port}/`)
    await page.waitForFunction('globalThis.drawn !== undefined', undefined, { timeout: 60_000 })
    const drawn = await page.evaluate<string>('globalThis.drawn')
    const expected = await drawAsText()
    expect(broken).toEqual([])
    expect(expected.length).toBeGreaterThan(100_000)
    expect(drawn).toBe(expected)
  } finally {
    await browser.close()
  }
})
