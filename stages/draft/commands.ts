import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id, Thing } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { lockExclusive, type Database, type Tx } from '../../platform/db/index.ts'
import { unlessHidden } from '../../platform/moderation/index.ts'
import { tell } from '../../platform/notices/index.ts'
import { inCase, type Problem } from '../problem/index.ts'
import { citableIn } from './citable.ts'
import { record } from './facts.ts'
import { recommendationsOf, type Recommendation } from './recommendations.ts'
import * as rules from './rules.ts'
import { draftState } from './state.ts'
import * as store from './store.ts'
import { tellCited } from './tell-cited.ts'
import { putSection, rewriteClause, rewriteHeading } from './text/store.ts'
import { writeClause } from './text/strands.ts'

export type Missing = 'no-such-problem' | 'no-such-recommendation'

/** A clause as it is written: its words, and the ids of what it comes from. */
export type ClauseInput = { readonly clause: string; readonly cites: readonly string[] }

export type ProposeInput = ClauseInput & { readonly slug: string; readonly title: string; readonly text: string }

export async function proposeRecommendation(
  database: Database,
  actor: Actor,
  { slug, title, text, clause, cites }: ProposeInput,
): Promise<Result<{ readonly number: number }, rules.ClauseRefusal | Missing>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const cited = await citedAmong(tx, problem.id, cites)
    const allowed = rules.addClause(await draftState(tx, problem.id), cited, actor)
    if (!allowed.ok) return allowed
    const { who, as } = allowed.value
    const { id, number } = await store.putRecommendation(tx, {
      problem: problem.id,
      proposedBy: who.account,
      toldAgreement: null,
      toldFor: null,
      toldAgainst: null,
      toldSilent: null,
      toldVote: '',
      toldDay: null,
      source: null,
    })
    const section = await putSection(tx, {
      problem: problem.id,
      kind: 'recommendation',
      recommendation: id,
      heading: title,
    })
    const clauseId = await writeClause(tx, {
      recommendation: id,
      section,
      number: 1,
      text: clause,
      writtenBy: who.account,
      as,
      cites: cited.things,
    })
    await store.putVersion(tx, {
      recommendation: id,
      version: 1,
      change: 'proposed',
      title,
      text,
      reason: '',
      writtenBy: who.account,
      as,
    })
    await record(tx, {
      kind: 'draft.recommendation-proposed',
      problem: problem.id,
      public: { number, as },
      secret: { author: who.account, title, text, clause },
      time: 'coarse',
    })
    await tellCited(tx, { problem, number, title, clause: clauseId, cited: cited.things, toldOf: [], actor })
    return accept({ number })
  })
}

type At = { readonly slug: string; readonly number: number }

export async function addClause(
  database: Database,
  actor: Actor,
  { clause, cites, ...at }: ClauseInput & At,
): Promise<Result<{ readonly number: number }, rules.ClauseRefusal | Missing>> {
  return inRecommendation({ database, actor, ...at }, async (tx, { problem, found, state }) => {
    const cited = await citedAmong(tx, problem.id, cites)
    const allowed = rules.addClause(state, cited, actor)
    if (!allowed.ok) return allowed
    const { who, as } = allowed.value
    const number = found.clauses.length + 1
    const id = await writeClause(tx, {
      recommendation: found.id,
      section: found.section,
      number,
      text: clause,
      writtenBy: who.account,
      as,
      cites: cited.things,
    })
    await store.putVersion(tx, {
      recommendation: found.id,
      version: state.current + 1,
      change: 'clause-added',
      title: found.title,
      text: found.text,
      reason: '',
      writtenBy: who.account,
      as,
    })
    await record(tx, {
      kind: 'draft.clause-added',
      problem: problem.id,
      public: {
        number: found.number,
        clause: number,
        cites: cited.things.map(({ kind, id: cite }) => `${kind} ${cite}`),
      },
      secret: { author: who.account, clause },
      time: 'coarse',
    })
    const title = await unlessHidden(tx, found.id, found.title)
    const toldOf = found.clauses.flatMap(({ cites: earlier }) => earlier)
    await tellCited(tx, { problem, number: found.number, title, clause: id, cited: cited.things, toldOf, actor })
    return accept({ number })
  })
}

export type ReviseInput = At & {
  readonly title: string
  readonly text: string
  /** New words of each clause, in order; a clause left out keeps its words. */
  readonly clauses: readonly string[]
  readonly reason: string
  /** The version the writer had before her. */
  readonly version: number
}

export async function reviseRecommendation(
  database: Database,
  actor: Actor,
  { title, text, clauses, reason, version, ...at }: ReviseInput,
): Promise<Result<null, rules.ReviseRefusal | Missing>> {
  return inRecommendation({ database, actor, ...at }, async (tx, { problem, found, state }) => {
    const rewritten = found.clauses.filter((clause, i) => clauses[i] !== undefined && clauses[i] !== clause.text)
    const hasChanged = title !== found.title || text !== found.text || rewritten.length > 0
    const allowed = rules.revise(state, { version, hasChanged, reason }, actor)
    if (!allowed.ok) return allowed
    const { who, as } = allowed.value
    for (const clause of rewritten) {
      await rewriteClause(tx, clause.id, {
        text: clauses[clause.number - 1] ?? clause.text,
        writtenBy: who.account,
        as,
      })
    }
    await rewriteHeading(tx, found.section, title)
    await store.putVersion(tx, {
      recommendation: found.id,
      version: state.current + 1,
      change: 'revised',
      title,
      text,
      reason,
      writtenBy: who.account,
      as,
    })
    await record(tx, {
      kind: 'draft.recommendation-revised',
      problem: problem.id,
      public: { number: found.number, version: state.current + 1, as },
      secret: { author: who.account, title, text, clauses: [...clauses], reason },
      time: 'coarse',
    })
    await tell(tx, {
      about: { kind: 'recommendation', id: found.id },
      stage: 'draft',
      message: 'told.revised',
      values: { title: await unlessHidden(tx, found.id, title) },
      address: 'draft.recommendation',
      params: { problem: problem.slug, number: found.number },
      except: who.account,
    })
    return accept(null)
  })
}

export type StandInput = At & { readonly choice: 'agree' | 'disagree'; readonly version: number }

export async function takeStand(
  database: Database,
  actor: Actor,
  { choice, version, ...at }: StandInput,
): Promise<Result<null, rules.StandRefusal | Missing>> {
  return inRecommendation({ database, actor, ...at }, async (tx, { problem, found, state }) => {
    const allowed = rules.stand(state, version, actor)
    if (!allowed.ok) return allowed
    const { account } = allowed.value
    await store.putStand(tx, { recommendation: found.id, account, version, choice })
    await record(tx, {
      kind: 'draft.stand-taken',
      problem: problem.id,
      public: { number: found.number },
      secret: { account, choice, version },
      time: 'coarse',
    })
    return accept(null)
  })
}

export async function writeMinorityText(
  database: Database,
  actor: Actor,
  { text, ...at }: At & { readonly text: string },
): Promise<Result<null, rules.MinorityRefusal | Missing>> {
  return inRecommendation({ database, actor, ...at }, async (tx, { problem, found, state }) => {
    const allowed = rules.writeMinorityText({ ...state, ownStand: found.standOf(actor.account) }, actor)
    if (!allowed.ok) return allowed
    const author = allowed.value.account
    await store.putMinorityText(tx, { recommendation: found.id, text, writtenBy: author })
    await record(tx, {
      kind: 'draft.minority-text-written',
      problem: problem.id,
      public: { number: found.number },
      secret: { author, text },
      time: 'coarse',
    })
    return accept(null)
  })
}

/** After the hand-over the text stands still; what was handed over enters the record whole. Freezing twice is freezing once. */
export async function freezeDraft(tx: Tx, problem: Id<'problem'>): Promise<void> {
  await lockExclusive(tx, problem)
  if (await store.isFrozen(tx, problem)) return
  const all = await recommendationsOf(tx, problem)
  await store.putFrozen(tx, problem)
  await record(tx, {
    kind: 'draft.handed-over',
    problem,
    public: {
      recommendations: all.map(({ number, title, text, clauses, agreement, minorityText }) => ({
        number,
        title,
        text,
        agreement,
        minorityText,
        clauses: clauses.map((clause) => ({
          number: clause.number,
          text: clause.text,
          cites: clause.cites.map(({ kind, id }) => `${kind} ${id}`),
        })),
      })),
    },
    time: 'exact',
  })
}

type Found = {
  readonly problem: Problem
  readonly found: Recommendation
  readonly state: rules.DraftState & { readonly current: number }
}

/** One transaction about one recommendation, under the lock of its case: whoever changes a draft waits for whoever else does. */
async function inRecommendation<Value, Code extends string>(
  { database, actor, slug, number }: { readonly database: Database; readonly actor: Actor } & At,
  act: (tx: Tx, found: Found) => Promise<Result<Value, Code>>,
): Promise<Result<Value, Code | Missing>> {
  return inCase(database, actor, slug, async (tx, problem): Promise<Result<Value, Code | Missing>> => {
    const found = (await recommendationsOf(tx, problem.id)).find((one) => one.number === number)
    if (!found) return refuse('no-such-recommendation')
    const state = await draftState(tx, problem.id)
    return act(tx, { problem, found, state: { ...state, current: found.versions.length } })
  })
}

type Cited = {
  readonly cited: readonly string[]
  readonly known: ReadonlySet<string>
  readonly things: readonly Thing[]
}

async function citedAmong(tx: Tx, problem: Id<'problem'>, cites: readonly string[]): Promise<Cited> {
  const all = await citableIn(tx, problem)
  const cited = [...new Set(cites)]
  return { cited, known: new Set(all.map(({ id }) => id)), things: all.filter(({ id }) => cited.includes(id)) }
}
