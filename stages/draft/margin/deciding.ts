import type { Actor } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Database, Tx } from '../../../platform/db/index.ts'
import { unlessHidden } from '../../../platform/moderation/index.ts'
import { tellThese } from '../../../platform/notices/index.ts'
import { link } from '../../../platform/thread/index.ts'
import { seatsOf } from '../../arena/index.ts'
import { textRulesOf } from '../../mandate/index.ts'
import { inCase, type Problem } from '../../problem/index.ts'
import { record } from '../facts.ts'
import { draftState } from '../state.ts'
import { applyContent } from '../text/applying.ts'
import { beginText } from '../text/beginning.ts'
import { contentOf, type TextContent } from '../text/document.ts'
import type { AppendRefusal } from '../text/live-rules.ts'
import { changeDocument } from '../text/live-store.ts'
import { saveIn } from '../text/saving.ts'
import { unsavedWords } from '../text/unsaved.ts'
import { amended, type AmendRefusal } from './amended.ts'
import * as rules from './amendment-rules.ts'
import {
  amendmentByNumber,
  amendmentVoices,
  putAmendmentVoice,
  settleAmendment,
  type Amendment,
} from './amendment-store.ts'
import type { AtAmendment } from './amending.ts'

export type DecideInput = AtAmendment & {
  readonly choice: rules.Choice
  readonly reason: string
  /** The words that shall stand where the clause has changed since; null where nobody was asked for them. */
  readonly final: string | null
}

/** `version` is null where others' words wait to be saved: then the change goes with theirs. */
export type Decided =
  | { readonly state: 'open' }
  | { readonly state: 'declined' }
  | { readonly state: 'accepted'; readonly version: number | null }

export type DecidingRefusal = rules.DecideRefusal | AmendRefusal | AppendRefusal | 'no-such-amendment'

/** Decides on a change, or, where the majority does, says what one wants; the voice that makes a majority settles it. */
export function decideAmendment(
  database: Database,
  actor: Actor,
  { slug, number, choice, reason, final }: DecideInput,
): Promise<Result<Decided, DecidingRefusal | 'no-such-problem'>> {
  return inCase<Decided, DecidingRefusal>(database, actor, slug, async (tx, problem) => {
    const amendment = await amendmentByNumber(tx, problem.id, number)
    if (!amendment) return refuse('no-such-amendment')
    const [state, mandate, seats] = await Promise.all([
      draftState(tx, problem.id),
      textRulesOf(tx, problem.id),
      seatsOf(tx, problem.id),
    ])
    const proposedByChair = seats.some(({ account, isChair }) => isChair && account === amendment.proposedBy)
    const allowed = rules.decideAmendment(state, mandate, { ...amendment, proposedByChair }, actor)
    if (!allowed.ok) return allowed
    const by = allowed.value.account
    let outcome: rules.Choice | null = choice
    if (mandate.deciders === 'majority') {
      await putAmendmentVoice(tx, { amendment: amendment.id, account: by, choice })
      const members = seats.map(({ account }) => account)
      outcome = rules.outcomeOf({
        ...(await amendmentVoices(tx, amendment.id, members)),
        members: members.length,
      })
    }
    if (outcome === null) {
      await record(tx, {
        kind: 'draft.amendment-voiced',
        problem: problem.id,
        public: { number },
        time: 'coarse',
      })
      return accept({ state: 'open' })
    }
    const settling = { problem, amendment, actor, by, reason, mayProposerDecide: mandate.proposerDecides }
    return outcome === 'accept' ? accepted(tx, { ...settling, final }) : declined(tx, settling)
  })
}

type SettlingHere = {
  readonly problem: Problem
  readonly amendment: Amendment
  readonly actor: Actor
  readonly by: Amendment['proposedBy']
  readonly reason: string
  readonly mayProposerDecide: boolean
}

async function declined(tx: Tx, settling: SettlingHere): Promise<Result<Decided, never>> {
  const { amendment, by, reason, mayProposerDecide } = settling
  await settleAmendment(tx, amendment.id, { state: 'declined', by, reason, result: '', mayProposerDecide })
  await recordSettled(tx, settling, { state: 'declined', version: null })
  return accept({ state: 'declined' })
}

/** The words enter the text being written as one update, hers who proposed them. */
async function accepted(
  tx: Tx,
  { final, ...settling }: SettlingHere & { readonly final: string | null },
): Promise<Result<Decided, AmendRefusal | AppendRefusal>> {
  const { problem, amendment, actor, by, reason, mayProposerDecide } = settling
  const wasSaved = (await unsavedWords(tx, problem.id)).ok
  await beginText(tx, problem.id)
  const author = { account: amendment.proposedBy, as: amendment.as === 'resident' ? 'citizen' : amendment.as } as const
  const fresh = newId('clause')
  const tried: Result<{ content: TextContent; result: string }, AmendRefusal>[] = []
  const written = await changeDocument(tx, { problem: problem.id, by: author }, (doc) => {
    const made = amended(contentOf(doc), { ...amendment, final, fresh })
    tried.push(made)
    if (made.ok) applyContent(doc, undefined, made.value.content)
  })
  // Tried once, before the update is kept.
  const made = tried[0] ?? refuse('clause-gone')
  if (!made.ok) return made
  if (!written.ok) return written
  const { result } = made.value
  await settleAmendment(tx, amendment.id, { state: 'accepted', by, reason, result, mayProposerDecide })
  if (amendment.kind === 'add')
    await link(tx, { kind: 'clause', id: fresh }, 'follows-from', { kind: 'amendment', id: amendment.id })
  // Others' words that nobody saved yet are theirs to save.
  const saved = wasSaved ? await saveIn(tx, { problem, reason, actor }) : undefined
  const version = saved?.ok ? saved.value.version : null
  await recordSettled(tx, settling, { state: 'accepted', version })
  return accept({ state: 'accepted', version })
}

async function recordSettled(
  tx: Tx,
  { problem, amendment, actor, by, reason }: SettlingHere,
  { state, version }: { readonly state: 'accepted' | 'declined'; readonly version: number | null },
): Promise<void> {
  await record(tx, {
    kind: `draft.amendment-${state}`,
    problem: problem.id,
    public: { number: amendment.number, clause: amendment.clause, version },
    secret: { by, reason },
    time: 'coarse',
  })
  await tellThese(tx, [amendment.proposedBy], {
    about: { kind: 'amendment', id: amendment.id },
    stage: 'draft',
    message: `told.amendment-${state}`,
    values: { words: await unlessHidden(tx, amendment.id, beginningOf(amendment)), reason },
    address: 'draft.clause',
    params: { problem: problem.slug, clause: amendment.clause },
    except: actor.account,
  })
}

const mostOfTitle = 80

/** Enough of the words to know it again. */
function beginningOf({ words, base }: Amendment): string {
  const letters = [...(words || base)]
  return letters.length <= mostOfTitle ? letters.join('') : `${letters.slice(0, mostOfTitle).join('')}…`
}
