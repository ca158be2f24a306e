import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Database, Read, Tx } from '../../platform/db/index.ts'
import { resolutionsAbout } from '../../platform/directory/index.ts'
import { link } from '../../platform/thread/index.ts'
import { inCase, type Problem } from '../problem/index.ts'
import { record } from './facts.ts'
import { groupAsJson } from './group-rules.ts'
import { mandateWords } from './messages/words.ts'
import { presetByName, withPreset, type PresetName } from './presets.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'
import { noTerms } from './terms.ts'

/** The case under its lock, with the version in force and the draft: versions have no gap, and nobody writes while a body adopts. */
export type Found = {
  readonly problem: Problem
  readonly draft: store.Mandate | undefined
  readonly adopted: store.Mandate | undefined
}

export async function inMandate<Value, Code extends string>(
  database: Database,
  actor: Actor,
  slug: string,
  act: (tx: Tx, found: Found) => Promise<Result<Value, Code>>,
): Promise<Result<Value, Code | 'no-such-problem'>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const latest = await store.latestMandate(tx, problem.id)
    const adopted = await store.adoptedMandate(tx, problem.id)
    return act(tx, { problem, draft: latest?.state === 'draft' ? latest : undefined, adopted })
  })
}

export type SaveInput = { readonly slug: string; readonly seen: number; readonly terms: rules.Terms }

/** Writes the draft; the first save after an adoption begins a new version, and the adopted one stays in force. */
export async function saveDraft(
  database: Database,
  actor: Actor,
  { slug, seen, terms }: SaveInput,
): Promise<Result<null, rules.EditRefusal | 'no-such-problem'>> {
  return inMandate(database, actor, slug, async (tx, found) => {
    const allowed = rules.edit(found.problem, { revision: found.draft?.revision ?? 0, seen }, actor)
    if (!allowed.ok) return allowed
    await write(tx, found, {
      by: allowed.value.account,
      terms,
      presetName: found.draft?.presetName ?? found.adopted?.presetName ?? null,
    })
    return accept(null)
  })
}

export type PresetInput = {
  readonly slug: string
  readonly name: PresetName
  /** The long form as it was sent with it; null where only the model was. */
  readonly typed: Omit<SaveInput, 'slug'> | null
}

/** Puts a model's rules into the draft, in the language of the case; the words of the mandate stay as they are, or as they were typed. */
export async function applyPreset(
  database: Database,
  actor: Actor,
  { slug, name, typed }: PresetInput,
): Promise<Result<null, rules.EditRefusal | 'no-such-problem' | 'no-such-preset'>> {
  return inMandate(database, actor, slug, async (tx, found) => {
    const revision = found.draft?.revision ?? 0
    const allowed = rules.edit(found.problem, { revision, seen: typed?.seen ?? revision }, actor)
    if (!allowed.ok) return allowed
    const preset = presetByName(name)
    if (!preset) return refuse('no-such-preset')
    const terms = withPreset(
      typed?.terms ?? found.draft ?? found.adopted ?? noTerms(found.problem),
      preset,
      mandateWords.say(found.problem.language),
    )
    await write(tx, found, { by: allowed.value.account, terms, presetName: name })
    return accept(null)
  })
}

type Writing = { readonly by: Id<'account'>; readonly terms: rules.Terms; readonly presetName: string | null }

async function write(tx: Tx, found: Found, { by, terms, presetName }: Writing): Promise<void> {
  const { problem } = found
  const id = found.draft?.id ?? (await beginVersion(tx, found, by))
  const version = found.draft?.version ?? nextVersion(found)
  const revision = (found.draft?.revision ?? 0) + 1
  await store.writeTerms(tx, id, { terms, presetName, revision })
  await record(tx, {
    kind: 'mandate.draft-saved',
    problem: problem.id,
    public: { version, revision },
    secret: { author: by, terms: asJson(terms) },
    time: 'exact',
  })
}

/** A new version begins with the answers at the gate that the one before was adopted with. */
async function beginVersion(tx: Tx, found: Found, by: Id<'account'>): Promise<Id<'mandate'>> {
  const { problem, adopted } = found
  const id = await store.putDraft(tx, { problem: problem.id, version: nextVersion(found), by, source: null })
  await link(tx, { kind: 'mandate', id }, 'about', { kind: 'problem', id: problem.id })
  for (const answer of adopted ? await store.gateOf(tx, adopted.id) : []) await store.putGateAnswer(tx, id, answer)
  return id
}

function nextVersion({ adopted }: Found): number {
  return (adopted?.version ?? 0) + 1
}

/** The terms as the ledger writes them. */
export function asJson(terms: rules.Terms) {
  return {
    question: terms.question,
    background: terms.background,
    tasks: terms.tasks,
    outOfScope: terms.outOfScope,
    parentBody: terms.parentBody,
    recipientBody: terms.recipientBody,
    politicians: terms.politicians,
    citizens: terms.citizens,
    minGenderShare: terms.minGenderShare,
    profiles: terms.profiles.map(({ id, name, wanted, description }) => ({ id, name, wanted, description })),
    startsOn: terms.startsOn?.toString() ?? null,
    endsOn: terms.endsOn?.toString() ?? null,
    meetings: terms.meetings,
    economicFrame: terms.economicFrame,
    promise: terms.promise,
    canChange: terms.canChange,
    cannotChange: terms.cannotChange,
    answerRule: terms.answerRule && { count: terms.answerRule.count, unit: terms.answerRule.unit },
    group: groupAsJson(terms.group),
  }
}

export type GateInput = {
  readonly slug: string
  readonly answers: readonly (rules.GateAnswer & { readonly reason: string })[]
}

/** One politician's five answers, each with its reason. */
export async function answerGate(
  database: Database,
  actor: Actor,
  { slug, answers }: GateInput,
): Promise<Result<null, rules.GateRefusal | 'no-such-problem'>> {
  return inMandate(database, actor, slug, async (tx, { problem, draft }) => {
    const allowed = rules.answerGate(problem, draft !== undefined, actor)
    if (!allowed.ok) return allowed
    if (!draft) return refuse('no-draft')
    const { person } = allowed.value
    for (const answer of answers) await store.putGateAnswer(tx, draft.id, { ...answer, person, at: tx.now })
    await record(tx, {
      kind: 'mandate.gate-answered',
      problem: problem.id,
      public: {
        version: draft.version,
        person,
        answers: answers.map(({ question, isYes, reason }) => ({ question, answer: isYes ? 'yes' : 'no', reason })),
      },
      time: 'exact',
    })
    return accept(null)
  })
}

/** The body that adopted the version in force. */
export async function adopterOf(read: Read, adopted: store.Mandate | undefined): Promise<Id<'body'> | null> {
  if (!adopted) return null
  const resolutions = await resolutionsAbout(read, [adopted.id])
  return resolutions.find((one) => one.id === adopted.resolution)?.body ?? null
}
