import { isStaff, type Actor, type SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Database, Read, Tx } from '../../platform/db/index.ts'
import { resolutionsAbout } from '../../platform/directory/index.ts'
import { link } from '../../platform/thread/index.ts'
import { inCase, type Problem } from '../problem/index.ts'
import { record } from './facts.ts'
import { voidMotion } from './motions/voiding.ts'
import { mandateWords } from './messages/words.ts'
import { presetByName, withPreset, type PresetName } from './presets.ts'
import * as rules from './rules.ts'
import { merge, type Merged, type Standing, type TypedSections } from './saves/merge.ts'
import { sectionOf, sections, type Section } from './saves/sections.ts'
import { gateOf, putGateAnswer } from './gate-store.ts'
import { putSaves, savesOf } from './saves/store.ts'
import * as store from './store.ts'
import { asJson, noTerms } from './terms.ts'

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

/** `sections`: those of the terms that were on the form; all when left out. */
export type SaveInput = Omit<TypedSections, 'sections'> & {
  readonly slug: string
  readonly sections?: readonly Section[]
}

export type Saved = Pick<Merged, 'saved' | 'conflicts'>

/**
 * Writes into the draft what was changed, section by section; the first save after an adoption begins a new version, and
 * the adopted one stays in force. A section somebody else saved meanwhile is not written over: it comes back as a conflict.
 */
export async function saveDraft(
  database: Database,
  actor: Actor,
  { slug, ...typed }: SaveInput,
): Promise<Result<Saved, rules.EditRefusal | 'changed-meanwhile' | 'no-such-problem'>> {
  return inMandate(database, actor, slug, async (tx, found) => {
    const allowed = rules.edit(found.problem, actor)
    if (!allowed.ok) return allowed
    if (isOfEarlierVersion(found, typed)) return refuse('changed-meanwhile')
    const merged = merge(await standing(tx, found), { sections, ...typed })
    const { terms, saved, conflicts } = merged
    if (saved.length > 0 || !found.draft)
      await write(tx, found, {
        actor: allowed.value,
        terms,
        saved,
        presetName: found.draft?.presetName ?? found.adopted?.presetName ?? null,
      })
    return accept({ saved, conflicts })
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
): Promise<Result<null, rules.EditRefusal | 'changed-meanwhile' | 'no-such-problem' | 'no-such-preset'>> {
  return inMandate(database, actor, slug, async (tx, found) => {
    const allowed = rules.edit(found.problem, actor)
    if (!allowed.ok) return allowed
    const preset = presetByName(name)
    if (!preset) return refuse('no-such-preset')
    if (typed && isOfEarlierVersion(found, typed)) return refuse('changed-meanwhile')
    const at = await standing(tx, found)
    const merged = typed && merge(at, { sections, ...typed })
    // The model's numbers would cover what somebody else has just written.
    if (merged && merged.conflicts.length > 0) return refuse('changed-meanwhile')
    const terms = withPreset(merged?.terms ?? at.terms, preset, mandateWords.say(found.problem.language))
    const { saved } = merge(at, { seen: found.draft?.revision ?? 0, terms, sections })
    await write(tx, found, { actor: allowed.value, terms, saved, presetName: name })
    return accept(null)
  })
}

/** She has a draft before her that has been adopted since: saves are counted anew in each version. */
function isOfEarlierVersion({ draft }: Found, { seen }: Pick<SaveInput, 'seen'>): boolean {
  return seen > (draft?.revision ?? 0)
}

/** The draft as it stands, or what the next version begins from. */
async function standing(tx: Tx, { problem, draft, adopted }: Found): Promise<Standing> {
  const origin = adopted ?? noTerms(problem)
  return { terms: draft ?? origin, origin, saves: draft ? await savesOf(tx, draft.id) : [] }
}

type Writing = {
  readonly actor: SignedIn
  readonly terms: rules.Terms
  readonly saved: readonly Section[]
  readonly presetName: string | null
}

async function write(tx: Tx, found: Found, { actor, terms, saved, presetName }: Writing): Promise<void> {
  const { problem } = found
  const { account: by } = actor
  const id = found.draft?.id ?? (await beginVersion(tx, found, by))
  const version = found.draft?.version ?? nextVersion(found)
  const revision = (found.draft?.revision ?? 0) + 1
  await store.writeTerms(tx, id, { terms, presetName, revision })
  const json = asJson(terms)
  await putSaves(
    tx,
    id,
    saved.map((section) => ({ section, revision, by, isStaff: isStaff(actor), words: sectionOf(json, section) })),
  )
  await record(tx, {
    kind: 'mandate.draft-saved',
    problem: problem.id,
    public: { version, revision, sections: [...saved] },
    secret: { author: by, terms: json },
    time: 'exact',
  })
  if (found.draft && found.draft.pendingResolution !== null)
    await voidMotion(tx, { problem, draft: found.draft, motion: found.draft.pendingResolution, by })
}

/** A new version begins with the answers the one before was adopted with, of those who still stand behind the case. */
async function beginVersion(tx: Tx, found: Found, by: Id<'account'>): Promise<Id<'mandate'>> {
  const { problem, adopted } = found
  const id = await store.putDraft(tx, { problem: problem.id, version: nextVersion(found), by, source: null })
  await link(tx, { kind: 'mandate', id }, 'about', { kind: 'problem', id: problem.id })
  const answers = adopted ? await gateOf(tx, adopted.id) : []
  for (const answer of answers) if (problem.sponsors.includes(answer.person)) await putGateAnswer(tx, id, answer)
  return id
}

function nextVersion({ adopted }: Found): number {
  return (adopted?.version ?? 0) + 1
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
    for (const answer of answers) await putGateAnswer(tx, draft.id, { ...answer, person, at: tx.now })
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
