import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import {
  bodies,
  decidingBodies,
  politiciansById,
  resolutionsAbout,
  sittingByName,
  todayIn,
  type Body,
  type Resolution,
} from '../../platform/directory/index.ts'
import { nameFields, typedDay } from '../../platform/directory/votes/form.ts'
import type { NamedVote } from '../../platform/directory/votes/names.ts'
import { mayRecordVote, recordsVotesOf } from '../../platform/directory/votes/rules.ts'
import { notFound, page, type Crumb, type FieldError, type Reply, type Visit } from '../../platform/http/index.ts'
import { bylines } from '../../platform/identity/index.ts'
import { everybodyAround, followerCount } from '../../platform/notices/index.ts'
import { problemBySlug, problemCrumbs, type Problem } from '../problem/index.ts'
import { adopterOf } from './commands.ts'
import { mandateWords, type SayMandate } from './messages/words.ts'
import { movedTo } from './moved/store.ts'
import { keptCharter } from './charter/charter.ts'
import { withdraw } from './motions/rules.ts'
import { gateOf } from './gate-store.ts'
import { loweringsOf, namedVotesOf, withdrawalsOf } from './motions/store.ts'
import { sharesOf } from './saves/shares.ts'
import { asJson, noTerms } from './terms.ts'
import { warningsAt } from './warnings/store.ts'
import { warningsFor } from './warnings/surroundings.ts'
import { AdoptionPage } from './pages/adoption-page.tsx'
import { GatePage } from './pages/gate-page.tsx'
import type { MandateWriter } from './pages/lines.ts'
import { MandatePage } from './pages/mandate-page.tsx'
import { presetByName } from './presets.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

/** Loads what a page needs and puts it on the page: the reading half of the routes. */

export type AtProblem = Visit & { readonly params: { readonly problem: string } }

/** The case as every page of the mandate needs it. */
export type Case = {
  readonly problem: Problem
  readonly all: readonly store.Mandate[]
  readonly adopted: store.Mandate | undefined
  readonly draft: store.Mandate | undefined
  readonly adopter: Id<'body'> | null
  readonly gaps: readonly rules.Gap[]
  readonly bodies: readonly Body[]
  /** Those that can adopt one. */
  readonly deciding: readonly Body[]
}

export async function findCase({ read, params }: AtProblem): Promise<Case | undefined> {
  const problem = await problemBySlug(read, params.problem)
  if (!problem) return undefined
  const [all, known, deciding] = await Promise.all([
    store.mandatesOf(read, problem.id),
    bodies(read),
    decidingBodies(read),
  ])
  const adopted = all.find((mandate) => mandate.state === 'adopted')
  const draft = all.find((mandate) => mandate.state === 'draft')
  const [adopter, gate] = await Promise.all([adopterOf(read, adopted), draft ? gateOf(read, draft.id) : []])
  const gaps = draft ? rules.missingFrom(draft, gate) : []
  return { problem, all, adopted, draft, adopter, gaps, bodies: known, deciding }
}

export function writerOf(visit: Visit, { bodies: known }: Case): MandateWriter {
  const names = new Map(known.map((body) => [body.id, body.name]))
  return { reader: visit, say: mandateWords.say(visit.lang), bodyName: (id) => (id && names.get(id)) ?? '' }
}

/** Bodies whose vote this person may write down: a clerk every one, a politician her own. */
function recordable(actor: Actor, { deciding, adopter }: Case): readonly Body[] {
  return deciding.filter(({ id }) => (adopter === null || id === adopter) && recordsVotesOf(id, actor))
}

export function mayOn(actor: Actor, found: Case, pending: Pick<Resolution, 'body' | 'draftedBy'> | undefined) {
  const { problem, draft, gaps, adopter } = found
  const isHere = problem.source === null
  const waiting = { body: pending?.body ?? null, draftedBy: pending?.draftedBy ?? null }
  return {
    edit: isHere && rules.edit(problem, actor).ok,
    enterMove: isHere && mayRecordVote.allows(actor),
    gate: isHere && rules.answerGate(problem, draft !== undefined, actor).ok,
    record: isHere && draft !== undefined && gaps.length === 0 && recordable(actor, found).length > 0,
    confirm: isHere && rules.confirmAdoption({ ...waiting, gaps, adoptedBy: adopter }, actor).ok,
    withdraw:
      isHere && pending !== undefined && withdraw({ ...pending, isConfirmed: false, isWaiting: true }, actor).ok,
  }
}

export function crumbsTo(visit: Visit, problem: Problem, say: SayMandate): readonly Crumb[] {
  return [
    ...problemCrumbs(visit, problem),
    { text: say('page.title'), href: visit.to('mandate.page', { problem: problem.slug }) },
  ]
}

export async function mandatePage(visit: AtProblem, errors: readonly FieldError[] = []): Promise<Reply> {
  const found = await findCase(visit)
  if (!found) return notFound()
  const { problem, all, adopted, draft } = found
  const shown = adopted ?? draft
  const ids = all.map((mandate) => mandate.id)
  const [gate, draftGate, votes, withdrawals, named] = await Promise.all([
    shown ? gateOf(visit.read, shown.id) : [],
    draft ? gateOf(visit.read, draft.id) : [],
    resolutionsAbout(visit.read, ids),
    withdrawalsOf(visit.read, ids),
    namedVotesOf(visit.read, ids),
  ])
  const people = await politiciansById(visit.read, [
    ...problem.sponsors,
    ...[...gate, ...draftGate].map((answer) => answer.person),
  ])
  const writer = writerOf(visit, found)
  const pending = votes.find((vote) => vote.id === draft?.pendingResolution)
  return page({
    title: writer.say('page.title'),
    crumbs: problemCrumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <MandatePage
        {...writer}
        {...found}
        {...{ errors, gate, draftGate, votes, people, withdrawals, named }}
        {...await besideOf(visit, found)}
        withdrawers={await bylines(
          visit.read,
          withdrawals.map(({ by }) => by),
        )}
        preset={presetByName(shown?.presetName)}
        may={mayOn(visit.actor, found, pending)}
      />
    ),
  })
}

const nobodysWords = { politicians: 0, staff: 0, earlier: 0 } as const

/** What stands around the terms: warnings, who wrote them, their hash, and who is told next. */
async function besideOf(visit: AtProblem, { problem, all, adopted, draft }: Case) {
  const { read, jurisdiction: place, now } = visit
  const shown = adopted ?? draft
  const before = shown && all.find(({ version }) => version === shown.version - 1)
  const isLowered = rules.isPromiseLowered(adopted?.promise ?? null, draft?.promise ?? null)
  const [warnings, warned, charter, shares, lowerings, moved, hearers] = await Promise.all([
    draft && problem.source === null ? warningsFor(read, { problem, terms: draft, place, now }) : [],
    warningsAt(
      read,
      all.map(({ id }) => id),
    ),
    adopted ? keptCharter(read, adopted.id) : undefined,
    shown ? sharesOf(read, shown, asJson(before ?? noTerms(problem))) : nobodysWords,
    loweringsOf(
      read,
      all.map(({ id }) => id),
    ),
    movedTo(read, problem.id),
    isLowered ? everybodyAround(read, problem.id).then(({ length }) => length) : followerCount(read, problem.id),
  ])
  const data = `${visit.origin}${visit.to('mandate.data', { problem: problem.slug })}`
  return {
    warnings,
    warned,
    lowerings,
    hearers,
    sha256: charter?.sha256,
    moved: adopted && problem.source === null ? { all: moved, today: todayIn(place, now) } : undefined,
    dataUrl: adopted ? `${data}?version=${adopted.version}` : data,
    shares,
  }
}

export async function gatePage(visit: AtProblem, errors: readonly FieldError[] = []): Promise<Reply> {
  const found = await findCase(visit)
  if (!found) return notFound()
  const { problem, draft } = found
  const say = mandateWords.say(visit.lang)
  const mine = draft
    ? (await gateOf(visit.read, draft.id)).filter((answer) => answer.person === visit.actor.person)
    : []
  const answered = Object.fromEntries(
    mine.flatMap(({ question, isYes, reason }) => [
      [`answer-${question}`, isYes ? 'yes' : 'no'],
      [`reason-${question}`, reason],
    ]),
  )
  return page({
    title: say('gate.title'),
    crumbs: crumbsTo(visit, problem, say),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <GatePage
        reader={visit}
        typed={errors.length > 0 ? visit.form.typed : answered}
        action={visit.to('mandate.pass-gate', { problem: problem.slug })}
        {...{ say, errors }}
      />
    ),
  })
}

type Recording = {
  /** The text changed while she wrote; what she has before her now is what she records next. */
  readonly isRenewed?: boolean
  /** The body whose members voted so, to be looked at before it is recorded. */
  readonly body?: Id<'body'>
  readonly named?: readonly NamedVote[]
}

export async function adoptionPage(
  visit: AtProblem,
  errors: readonly FieldError[] = [],
  { isRenewed = false, body, named = [] }: Recording = {},
): Promise<Reply> {
  const found = await findCase(visit)
  if (!found?.draft) return notFound()
  const { problem, draft, gaps } = found
  const writer = writerOf(visit, found)
  const voting = body ? [body] : recordable(visit.actor, found).map(({ id }) => id)
  return page({
    title: writer.say('adopt.title'),
    crumbs: crumbsTo(visit, problem, writer.say),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <AdoptionPage
        {...writer}
        {...{ problem, draft, errors, gaps }}
        typed={visit.form.typed}
        bodies={recordable(visit.actor, found)}
        isChange={found.adopter !== null}
        seen={(isRenewed ? undefined : visit.form.typed['seen']?.[0]) ?? String(draft.revision)}
        may={mayOn(visit.actor, found, undefined)}
        names={nameFields({
          lang: visit.lang,
          named,
          members: await sittingByName(visit.read, voting, typedDay(visit)),
        })}
        warnings={await warningsFor(visit.read, { problem, terms: draft, place: visit.jurisdiction, now: visit.now })}
        lowering={
          rules.isPromiseLowered(found.adopted?.promise ?? null, draft.promise)
            ? {
                from: writer.say(`level.${found.adopted?.promise ?? 'unknown'}`),
                to: writer.say(`level.${draft.promise ?? 'unknown'}`),
              }
            : undefined
        }
      />
    ),
  })
}
