import { writeFile } from 'node:fs/promises'
import { openSession } from '../platform/identity/index.ts'
import { foundTown } from '../platform/identity/testing.ts'
import { applyContent } from '../stages/draft/text/applying.ts'
import { changeDocument } from '../stages/draft/text/live-store.ts'
import { foundGroup } from '../stages/arena/testing.ts'
import { bind } from './bindings.ts'
import { openConfigured } from './open-database.ts'
import { readSettings } from './settings.ts'
import { sixtyPages } from './sixty-pages.ts'

/** Prepares the text that is written in while it is measured: 60 pages, 400 clauses. Usage: node dist/server/measured-writing.js FILE */
async function main(): Promise<void> {
  const [file = ''] = process.argv.slice(2)
  bind()
  const opened = await openConfigured(readSettings(process.env), 'as-started')
  const town = await foundTown(opened.database, 'measured')
  const group = await foundGroup(opened.database, town)
  const tokens = await opened.database.transact(town.place.id, null, async (tx) => {
    const by = { account: town.people.dora.account, as: 'politician' } as const
    const written = await changeDocument(tx, { problem: group.problem, by }, (doc) =>
      applyContent(doc, undefined, sixtyPages()),
    )
    if (!written.ok) throw new Error(written.refusal)
    const members = [town.people.alice, town.people.bashir, town.people.dora]
    return Promise.all(
      members.map(async ({ account }) => (account ? (await openSession(tx, account, { means: 'testing' })).token : '')),
    )
  })
  await writeFile(file, JSON.stringify({ slug: group.slug, problem: group.problem, tokens }))
  await opened.close()
}

await main()
