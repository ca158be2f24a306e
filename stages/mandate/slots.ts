import { holds, holdsIn, isSignedIn, isStaff } from '@folkmoot/basics/actor.ts'
import { bodyById, resolutionsAbout } from '../../platform/directory/index.ts'
import type { Visit } from '../../platform/http/index.ts'
import type { JourneyPart, Waiting } from '../../platform/thread/index.ts'
import { namesLedBy, problemsById, type Problem } from '../problem/index.ts'
import { mandateWords } from './messages/words.ts'
import { movesWaitingFor } from './moved/slots.ts'
import * as rules from './rules.ts'
import { gateOf } from './gate-store.ts'
import * as store from './store.ts'

/** What the journey of a case says of its mandate. */
export async function mandateJourneyPart(visit: Visit, problem: Problem): Promise<JourneyPart> {
  const say = mandateWords.say(visit.lang)
  const [adopted, latest] = await Promise.all([
    store.adoptedMandate(visit.read, problem.id),
    store.latestMandate(visit.read, problem.id),
  ])
  const href = visit.to('mandate.page', { problem: problem.slug })
  const link = { text: say('journey.link'), href }
  const isTold = problem.source !== null
  if (adopted) {
    const promise =
      adopted.promise === null ? [] : [say('journey.promise', { promise: say(`promise.title-${adopted.promise}`) })]
    return {
      state: 'done',
      figure: adopted.promise === null ? '' : say('journey.figure', { level: say(`level.${adopted.promise}`) }),
      sentences: [await adoptedSentence(visit, adopted), ...promise],
      links: [link],
    }
  }
  const mayWrite = !isTold && rules.edit(problem, visit.actor).ok
  const act = mayWrite
    ? {
        text: say('journey.write'),
        href: visit.to('mandate.edit', { problem: problem.slug }),
        effort: say('journey.write-effort'),
      }
    : undefined
  if (!latest) {
    const sentence = isTold ? visit.common('unknown') : say('journey.none')
    return { state: 'coming', figure: '', sentences: [sentence], links: [], act }
  }
  const count = rules.missingFrom(latest, await gateOf(visit.read, latest.id)).length
  return { state: 'now', figure: '', sentences: [say('journey.draft', { count })], links: [link], act }
}

async function adoptedSentence(visit: Visit, { id, resolution }: store.Mandate): Promise<string> {
  const say = mandateWords.say(visit.lang)
  const vote = (await resolutionsAbout(visit.read, [id])).find((one) => one.id === resolution)
  const body = vote && (await bodyById(visit.read, vote.body))
  if (!vote?.decidedOn || !body) return say('journey.told')
  return say(vote.isCarried === null ? 'journey.given' : 'journey.adopted', {
    body: body.name,
    day: visit.time.day(vote.decidedOn),
  })
}

/** On a desk: questions at the gate that a sponsor has not answered, votes that a chair has not confirmed, and for a clerk mandates that are ready for their vote. */
export async function mandateWaitingFor(visit: Visit): Promise<readonly Waiting[]> {
  return (await Promise.all([draftsWaitingFor(visit), movesWaitingFor(visit)])).flat()
}

async function draftsWaitingFor(visit: Visit): Promise<readonly Waiting[]> {
  const { actor, read } = visit
  if (!isSignedIn(actor) || visit.jurisdiction.isTold) return []
  const isClerk = holds(actor, 'clerk')
  if (!isClerk && (isStaff(actor) || !holds(actor, 'politician', 'body-chair'))) return []
  const drafts = await store.drafts(read)
  const problems = new Map(
    (
      await problemsById(
        read,
        drafts.map((draft) => draft.problem),
      )
    ).map((problem) => [problem.id, problem]),
  )
  const waiting = drafts.flatMap((draft) => {
    const problem = problems.get(draft.problem)
    if (!problem) return []
    return [isClerk ? readyFor(visit, draft, problem) : waitingOn(visit, draft, problem)]
  })
  return [...(await Promise.all(waiting)).flat(), ...(isClerk ? [] : await unwritten(visit))]
}

/** Problems she has taken up that have no mandate yet, not even a draft. */
async function unwritten(visit: Visit): Promise<readonly Waiting[]> {
  const { person } = visit.actor
  const led = person === null ? [] : await namesLedBy(visit.read, person)
  const mine = led.filter((problem) => problem.source === null)
  const begun = await store.withMandate(
    visit.read,
    mine.map(({ id }) => id),
  )
  const say = mandateWords.say(visit.lang)
  return mine
    .filter(({ id }) => !begun.has(id))
    .map((problem) => ({
      due: null,
      title: say('waiting.write'),
      detail: problem.question,
      act: { text: say('waiting.write-act'), href: visit.to('mandate.edit', { problem: problem.slug }) },
    }))
}

/** Nothing is missing and no vote is recorded: it can be put on the body's agenda, and its vote written down. */
async function readyFor(visit: Visit, draft: store.Mandate, problem: Problem): Promise<readonly Waiting[]> {
  if (problem.source !== null || problem.mergedInto !== null || draft.pendingResolution !== null) return []
  if (rules.missingFrom(draft, await gateOf(visit.read, draft.id)).length > 0) return []
  const say = mandateWords.say(visit.lang)
  return [
    {
      due: null,
      title: say('waiting.record'),
      detail: problem.question,
      act: { text: say('page.record'), href: visit.to('mandate.adoption', { problem: problem.slug }) },
    },
  ]
}

async function waitingOn(visit: Visit, draft: store.Mandate, problem: Problem): Promise<readonly Waiting[]> {
  const say = mandateWords.say(visit.lang)
  const slug = { problem: problem.slug }
  const [gate, votes] = await Promise.all([
    gateOf(visit.read, draft.id),
    draft.pendingResolution === null ? [] : resolutionsAbout(visit.read, [draft.id]),
  ])
  const pending = votes.find((vote) => vote.id === draft.pendingResolution)
  const isOpen = rules.missingFrom(draft, gate).some((gap) => gap.kind === 'gate' && gap.why === 'unanswered')
  return [
    ...(pending && holdsIn(visit.actor, pending.body, 'body-chair')
      ? [
          {
            due: null,
            title: say('waiting.confirm'),
            detail: problem.question,
            act: { text: say('waiting.confirm-act'), href: `${visit.to('mandate.page', slug)}#confirm` },
          },
        ]
      : []),
    ...(isOpen && rules.answerGate(problem, true, visit.actor).ok
      ? [
          {
            due: null,
            title: say('waiting.gate'),
            detail: problem.question,
            act: { text: say('waiting.gate-act'), href: visit.to('mandate.gate', slug) },
          },
        ]
      : []),
  ]
}
