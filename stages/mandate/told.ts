import { newId, type Id } from '@folkmoot/basics/ids.ts'
import type { Tx } from '../../platform/db/index.ts'
import { putResolution, type NewResolution } from '../../platform/directory/index.ts'
import { link } from '../../platform/thread/index.ts'
import { record } from './facts.ts'
import type { SeatProfile, Terms } from './rules.ts'
import * as store from './store.ts'
import { noTerms } from './terms.ts'

/** The body's decision as a source tells it; what it does not tell is null. */
export type ToldAdoption = {
  readonly body: Id<'body'>
  readonly decidedOn: Temporal.PlainDate | null
  readonly motion: string
  readonly reference: string
  readonly votesFor: number | null
  readonly votesAgainst: number | null
  readonly abstentions: number | null
  /** False: it was given without a vote that anybody knows of. */
  readonly isVote: boolean
  readonly dissent: string
}

/** A mandate told from published sources. What is left out is unknown, and shown as unknown. */
export type ToldMandate = Partial<Omit<Terms, 'profiles'>> & {
  readonly problem: Id<'problem'>
  readonly question: string
  readonly profiles?: readonly Omit<SeatProfile, 'id'>[]
  readonly adoption?: ToldAdoption | null
  readonly source: string
}

export async function retellMandate(
  tx: Tx,
  { problem, profiles = [], adoption = null, source, ...known }: ToldMandate,
): Promise<Id<'mandate'>> {
  const id = await store.putDraft(tx, { problem, version: 1, by: null, source })
  const terms = {
    ...noTerms(known),
    ...known,
    profiles: profiles.map((profile) => ({ ...profile, id: newId('profile') })),
  }
  await store.writeTerms(tx, id, { terms, presetName: null, revision: 1 })
  const about = { kind: 'mandate', id } as const
  const resolution = adoption && (await putAdoption(tx, { ...adoption, about, source }))
  await store.adopt(tx, { id, problem, resolution, at: null })
  await link(tx, about, 'about', { kind: 'problem', id: problem })
  await record(tx, {
    kind: 'mandate.told',
    problem,
    public: { source, toldOf: adoption?.decidedOn?.toString() ?? null },
    time: 'exact',
  })
  return id
}

type Putting = ToldAdoption & { readonly about: NewResolution['about']; readonly source: string }

function putAdoption(tx: Tx, { isVote, ...adoption }: Putting): Promise<Id<'resolution'>> {
  return putResolution(tx, { ...adoption, isCarried: isVote ? true : null, draftedBy: null })
}
