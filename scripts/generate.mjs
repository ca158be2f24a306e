// Writes the files that are generated, or with --check says which no longer fit what they are generated from.
// Migrates a database of its own on an embedded server of its own.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer } from 'vite'

const flags = process.argv.slice(2)
const dataFolder = mkdtempSync(join(tmpdir(), 'folkmoot-generate-'))
// Vite, because the migrations are found by its `import.meta.glob`.
const vite = await createServer({
  root: join(import.meta.dirname, '..'),
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
})
const { startEmbedded } = await vite.ssrLoadModule('/platform/db/embedded.ts')
const { ensureDatabase } = await vite.ssrLoadModule('/platform/db/databases.ts')
const { migrate } = await vite.ssrLoadModule('/platform/db/migrate.ts')
const server = await startEmbedded({ dataFolder, settings: { fsync: 'off' } })
try {
  const url = server.urlFor('folkmoot')
  await ensureDatabase(url)
  await migrate({ url })
  const script = join(import.meta.dirname, 'generate-schema.mjs')
  process.exitCode = spawnSync(process.execPath, [script, url, ...flags], { stdio: 'inherit' }).status ?? 1
} finally {
  await server.stop()
  await vite.close()
  rmSync(dataFolder, { recursive: true, force: true })
}
