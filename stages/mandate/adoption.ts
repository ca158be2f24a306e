import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import {
  bodies,
  confirmResolution,
  decidingBodies,
  recordVote,
  resolutionsAbout,
  sittingOn,
  todayIn,
  voteFacts,
  type Body,
  type Jurisdiction,
  type Resolution,
} from '../../platform/directory/index.ts'
import type { VoteWords } from '../../platform/directory/votes/rules.ts'
import { becomesBusinessOf, closeAgenda, holdCase, type Problem } from '../problem/index.ts'
import { adopterOf, inMandate, type Found } from './commands.ts'
import { charterOf, putCharter } from './charter/charter.ts'
import { record } from './facts.ts'
import { checkNames, type NamedVote, type NamesRefusal } from '../../platform/directory/votes/names.ts'
import { gateOf } from './gate-store.ts'
import { loweringOf, putLowering, putNamedVotes } from './motions/store.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'
import { tellEverybody, tellFollowers } from './telling.ts'
import { asJson } from './terms.ts'
import { savedAt } from './saves/store.ts'
import { putWarnings } from './warnings/store.ts'
import { warningsFor } from './warnings/surroundings.ts'

export type AdoptionInput = VoteWords &
  rules.AdoptionWords & {
    readonly slug: string
    readonly place: Jurisdiction
    /** The save of the draft that the recorder has read. */
    readonly seen: number
    /** Who voted how, where the body votes by name. */
    readonly named?: readonly NamedVote[]
  }

/** Writes the record of the body's vote. Nothing counts yet; writing again replaces what waited. */
export async function draftAdoption(
  database: Database,
  actor: Actor,
  input: AdoptionInput,
): Promise<
  Result<null, rules.DraftAdoptionRefusal | NamesRefusal | 'no-such-problem' | 'no-such-body' | 'goes-on-elsewhere'>
> {
  return inMandate(database, actor, input.slug, async (tx, { problem, draft, adopted }) => {
    const { body } = input
    if (!(await decidingBodies(tx)).some(({ id }) => id === body)) return refuse('no-such-body')
    const all = await bodies(tx)
    const { members, isKnown } = await sittingOn(tx, body, input.decidedOn)
    const state: rules.VoteState = {
      hasDraft: draft !== undefined,
      revision: draft?.revision ?? 0,
      seen: input.seen,
      gaps: draft ? rules.missingFrom(draft, await gateOf(tx, draft.id)) : [],
      adoptedBy: await adopterOf(tx, adopted),
      concerned: [draft?.parentBody, draft?.recipientBody].flatMap((id) => withThoseAbove(all, id ?? null)),
      today: todayIn(input.place, tx.now),
      savedOn: draft ? todayIn(input.place, await savedAt(tx, draft)) : null,
      members: members.length,
      isKnown,
      isLowered: rules.isPromiseLowered(adopted?.promise ?? null, draft?.promise ?? null),
    }
    const allowed = rules.draftAdoption(state, input, actor)
    if (!allowed.ok) return allowed
    if (!draft) return refuse('no-draft')
    const named = input.named ?? []
    const counted = checkNames(named, input, members)
    if (!counted.ok) return counted
    const held = await holdCase(tx, problem)
    if (!held.ok) return held
    const about = { kind: 'mandate', id: draft.id } as const
    const resolution = await recordVote(tx, { body, about, by: allowed.value.account }, input)
    await store.setPending(tx, draft.id, resolution)
    await putNamedVotes(tx, { resolution, mandate: draft.id }, named)
    if (state.isLowered) await putLowering(tx, { resolution, mandate: draft.id, reason: input.loweringReason })
    const warnings = await warningsFor(tx, { problem, terms: draft, place: input.place, now: tx.now })
    await putWarnings(tx, { mandate: draft.id, resolution }, warnings)
    await record(tx, {
      kind: 'mandate.adoption-drafted',
      problem: problem.id,
      public: { version: draft.version, revision: draft.revision, body, warnings: warnings.map(({ kind }) => kind) },
      time: 'exact',
    })
    return accept(null)
  })
}

/** A body and the ones above it; the directory holds no circle longer than its bodies are many. */
export function withThoseAbove(all: readonly Body[], from: Id<'body'> | null): readonly Id<'body'>[] {
  const line: Id<'body'>[] = []
  for (let at = from; at !== null && !line.includes(at);) {
    line.push(at)
    at = all.find((one) => one.id === at)?.parent ?? null
  }
  return line
}

export type ConfirmInput = {
  readonly slug: string
  readonly place: Pick<Jurisdiction, 'slug'>
  readonly resolution: Id<'resolution'> | undefined
}

/** The chair confirms the record she has read: carried adopts, lost does not, and the vote stays on record either way. */
export async function confirmAdoption(
  database: Database,
  actor: Actor,
  { slug, place, resolution }: ConfirmInput,
): Promise<Result<{ readonly isAdopted: boolean }, rules.ConfirmRefusal | 'no-such-problem'>> {
  return inMandate(database, actor, slug, async (tx, found) => {
    const { draft, problem } = found
    const vote = draft && (await pendingVote(tx, draft, resolution))
    const allowed = rules.confirmAdoption(
      {
        body: vote?.body ?? null,
        draftedBy: vote?.draftedBy ?? null,
        gaps: draft ? rules.missingFrom(draft, await gateOf(tx, draft.id)) : [],
        adoptedBy: await adopterOf(tx, found.adopted),
      },
      actor,
    )
    if (!allowed.ok) return allowed
    if (!draft || !vote) return refuse('nothing-to-confirm')
    const by = allowed.value.account
    if (!(await confirmResolution(tx, vote.id, by))) return refuse('nothing-to-confirm')
    if (vote.isCarried) await putInForce(tx, found, { draft, vote, by, place })
    else await keepAsDraft(tx, problem, { draft, vote })
    return accept({ isAdopted: vote.isCarried === true })
  })
}

/** Only the record that waits, and only if it is the one the chair has on her page. */
async function pendingVote(
  tx: Tx,
  draft: store.Mandate,
  asked: Id<'resolution'> | undefined,
): Promise<Resolution | undefined> {
  if (draft.pendingResolution === null || draft.pendingResolution !== asked) return undefined
  return (await resolutionsAbout(tx, [draft.id])).find((one) => one.id === asked)
}

type Confirmed = { readonly draft: store.Mandate; readonly vote: Resolution }

async function putInForce(
  tx: Tx,
  { problem, adopted }: Found,
  { draft, vote, by, place }: Confirmed & { readonly by: Id<'account'>; readonly place: Pick<Jurisdiction, 'slug'> },
): Promise<void> {
  await store.adopt(tx, { id: draft.id, problem: problem.id, resolution: vote.id, at: tx.now })
  await becomesBusinessOf(tx, { problem: problem.id, body: vote.body, why: 'mandate' })
  // The body has taken it up: nothing more is collected. An answer that is owed already stays owed.
  await closeAgenda(tx, problem.id)
  const charter = await charterOf(tx, { place, problem, mandate: draft, vote })
  await putCharter(tx, draft.id, charter)
  await record(tx, {
    kind: 'mandate.adopted',
    problem: problem.id,
    public: { version: draft.version, ...voteFacts(vote), terms: asJson(draft), sha256: charter.sha256 },
    time: 'exact',
  })
  if (!adopted || !rules.isPromiseLowered(adopted.promise, draft.promise))
    return tellFollowers(tx, problem, { message: adopted ? 'told.changed' : 'told.adopted', except: by })
  const reason = (await loweringOf(tx, vote.id)) ?? ''
  await record(tx, {
    kind: 'mandate.promise-lowered',
    problem: problem.id,
    public: { version: draft.version, from: adopted.promise, to: draft.promise, reason },
    time: 'exact',
  })
  await tellEverybody(tx, problem, { message: 'told.promise-lowered', reason })
}

async function keepAsDraft(tx: Tx, problem: Problem, { draft, vote }: Confirmed): Promise<void> {
  await store.setPending(tx, draft.id, null)
  await record(tx, {
    kind: 'mandate.rejected',
    problem: problem.id,
    public: { version: draft.version, ...voteFacts(vote) },
    time: 'exact',
  })
  await tellFollowers(tx, problem, { message: 'told.rejected', except: null })
}
