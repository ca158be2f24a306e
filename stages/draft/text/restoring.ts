import type { Id } from '@folkmoot/basics/ids.ts'
import type { Database } from '../../../platform/db/index.ts'
import { bringBack, type Lost } from './bringing-back.ts'
import { changeDocument, liveWriter } from './live-store.ts'

type Place = {
  readonly database: Database
  readonly jurisdiction: Id<'jurisdiction'>
  readonly problem: Id<'problem'>
}

/** Puts what went unseen back into the text, in the name of who wrote it. */
export async function restore({ database, jurisdiction, problem }: Place, lost: readonly Lost[]): Promise<void> {
  for (const [client, runs] of Map.groupBy(lost, (run) => run.client)) {
    await database.transact(jurisdiction, null, async (tx) => {
      const by = (await liveWriter(tx, problem, client)) ?? { account: null, as: 'unknown' }
      return changeDocument(tx, { problem, by }, (doc) => bringBack(doc, runs))
    })
  }
}
