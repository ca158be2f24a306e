import { writeFile } from 'node:fs/promises'
import { newId } from '@folkmoot/basics/ids.ts'
import { seeded } from '@folkmoot/basics/seeded.ts'
import { openSession } from '../platform/identity/index.ts'
import { foundTown } from '../platform/identity/testing.ts'
import { applyContent } from '../stages/draft/text/applying.ts'
import type { TextContent } from '../stages/draft/text/document.ts'
import { changeDocument } from '../stages/draft/text/live-store.ts'
import { groupCase } from '../stages/draft/text/testing.ts'
import { bind } from './bindings.ts'
import { openConfigured } from './open-database.ts'
import { readSettings } from './settings.ts'

/** Prepares the text that is written in while it is measured: 60 pages, 400 clauses. Usage: node dist/server/measured-writing.js FILE */
async function main(): Promise<void> {
  const [file = ''] = process.argv.slice(2)
  bind()
  const opened = await openConfigured(readSettings(process.env), 'as-started')
  const town = await foundTown(opened.database, 'measured')
  const group = await groupCase(opened.database, town)
  const tokens = await opened.database.transact(town.place.id, null, async (tx) => {
    const by = { account: town.people.dora.account, as: 'politician' } as const
    const written = await changeDocument(tx, { problem: group.problem, by }, (doc) =>
      applyContent(doc, undefined, sixtyPages()),
    )
    if (!written.ok) throw new Error(written.refusal)
    const members = [town.people.alice, town.people.bashir, town.people.dora]
    return Promise.all(members.map(async ({ account }) => (account ? (await openSession(tx, account)).token : '')))
  })
  await writeFile(file, JSON.stringify({ slug: group.slug, problem: group.problem, tokens }))
  await opened.close()
}

const sections = 60
const clauses = 400
const lettersOfClause = 450

function sixtyPages(): TextContent {
  const random = seeded('a text of sixty pages')
  const words = Array.from({ length: 2_000 }, () =>
    Array.from({ length: 2 + Math.floor(random() * 9) }, () =>
      String.fromCharCode(97 + Math.floor(random() * 26)),
    ).join(''),
  )
  const say = (letters: number): string => {
    let said = ''
    while (said.length < letters) said += `${words[Math.floor(random() * words.length)]} `
    return said.trim()
  }
  return {
    sections: Array.from({ length: sections }, (_, at) => ({
      id: newId('recommendation'),
      kind: at % 3 === 0 ? 'passage' : 'recommendation',
      heading: say(40),
      clauses: Array.from({ length: Math.floor(clauses / sections) + (at < clauses % sections ? 1 : 0) }, () => ({
        id: newId('clause'),
        text: say(lettersOfClause),
      })),
    })),
  }
}

await main()
