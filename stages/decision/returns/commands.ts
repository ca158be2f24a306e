import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, type Result } from '@folkmoot/basics/result.ts'
import { clock, type Database } from '../../../platform/db/index.ts'
import { todayIn, type Jurisdiction } from '../../../platform/directory/index.ts'
import * as answerStore from '../answers/store.ts'
import { record } from '../facts.ts'
import { inPackage, type PackageMissing } from '../in-package.ts'
import { tellOfCase } from '../tell.ts'
import * as rules from './rules.ts'
import { putReturn, returnOf } from './store.ts'

export type ReturnInput = rules.ReturnWords & { readonly slug: string; readonly place: Jurisdiction }

export async function holdReturn(
  database: Database,
  actor: Actor,
  { slug, place, ...words }: ReturnInput,
): Promise<Result<null, rules.ReturnRefusal | PackageMissing>> {
  return inPackage(database, actor, slug, async (tx, { problem, pack }) => {
    const now = await clock(tx)
    const items = await answerStore.itemsOf(tx, [pack.id])
    const state: rules.ReturnState = {
      pack,
      today: todayIn(place, now),
      isReported: (await returnOf(tx, pack.id)) !== undefined,
      standing: items.map(({ number, answer }) => ({ number, kind: answer?.kind })),
    }
    const returning = rules.holdReturn(state, words, actor)
    if (!returning.ok) return returning
    const { by, items: said } = returning.value
    await putReturn(tx, {
      package: pack.id,
      heldOn: words.heldOn,
      words: words.words,
      person: by.person,
      account: by.account,
      at: now,
      items: new Map(
        items.flatMap(({ number, recommendation }) => {
          const became = said.get(number)
          return became === undefined ? [] : [[recommendation, became] as const]
        }),
      ),
    })
    await record(tx, {
      kind: 'decision.returned',
      problem: problem.id,
      public: {
        person: by.person,
        heldOn: words.heldOn.toString(),
        words: words.words,
        items: [...said].map(([number, became]) => ({ number, words: became })),
      },
      time: 'exact',
    })
    await tellOfCase(tx, problem, { message: 'told.returned', except: by })
    return accept(null)
  })
}
