import { whoever } from '@folkmoot/basics/actor.ts'
import type { Visit } from '../../platform/http/index.ts'
import type { JourneyPart } from '../../platform/thread/index.ts'
import { arenaJourneyPart } from '../../stages/arena/index.ts'
import { decisionJourneyPart } from '../../stages/decision/index.ts'
import { deliveryJourneyPart } from '../../stages/delivery/index.ts'
import { draftJourneyPart } from '../../stages/draft/index.ts'
import { inquiryJourneyPart } from '../../stages/inquiry/index.ts'
import { mandateJourneyPart } from '../../stages/mandate/index.ts'
import { meetingJourneyPart } from '../../stages/meeting/index.ts'
import { opinionJourneyPart } from '../../stages/opinion/index.ts'
import { outcomeJourneyPart } from '../../stages/outcome/index.ts'
import { problemAgendaPart, type Problem } from '../../stages/problem/index.ts'
import { journeyWords } from './messages/words.ts'
import { sevenSteps, type HowToTell, type Step } from './seven.ts'

export type StageName =
  | 'problem'
  | 'mandate'
  | 'arena'
  | 'meeting'
  | 'inquiry'
  | 'opinion'
  | 'draft'
  | 'decision'
  | 'delivery'
  | 'outcome'

/** What each of the ten stages says of one case. */
export async function partsOf(visit: Visit, problem: Problem): Promise<Readonly<Record<StageName, JourneyPart>>> {
  const [agenda, mandate, arena, opinion, draft, meeting, inquiry, decision, delivery, outcome] = await Promise.all([
    problemAgendaPart(visit, problem),
    mandateJourneyPart(visit, problem),
    arenaJourneyPart(visit, problem),
    opinionJourneyPart(visit, problem),
    draftJourneyPart(visit, problem),
    meetingJourneyPart(visit, problem),
    inquiryJourneyPart(visit, problem),
    decisionJourneyPart(visit, problem),
    deliveryJourneyPart(visit, problem),
    outcomeJourneyPart(visit, problem),
  ])
  return {
    problem: problemPart(visit, problem, agenda),
    mandate,
    arena,
    meeting,
    inquiry,
    opinion,
    draft,
    decision,
    delivery,
    outcome,
  }
}

/** The journey of one case, each step in the words of its stage. */
export async function stepsOf(visit: Visit, problem: Problem): Promise<readonly Step[]> {
  const steps = stepsFrom(await partsOf(visit, problem), { isTold: problem.source !== null })
  // What goes on in another case is acted on there.
  return problem.mergedInto === null ? steps : steps.map((step) => ({ ...step, act: undefined, acts: [] }))
}

export function stepsFrom(
  parts: Readonly<Record<StageName, JourneyPart>>,
  how: HowToTell = { isTold: false },
): readonly Step[] {
  const { problem, mandate, arena, opinion, meeting, inquiry, draft, decision, delivery, outcome } = parts
  // Voting stands first among what one can do: it asks least of a visitor.
  return sevenSteps([problem, mandate, arena, [opinion, meeting, inquiry, draft], decision, delivery, outcome], how)
}

const politician = whoever('politician')

function problemPart(
  visit: Visit,
  problem: Problem,
  around: Pick<JourneyPart, 'figure' | 'sentences' | 'act'>,
): JourneyPart {
  const say = journeyWords.say(visit.lang)
  const count = problem.sponsors.length
  const isTold = problem.source !== null
  const mayTakeUp =
    politician.allows(visit.actor) && visit.actor.person !== null && !problem.sponsors.includes(visit.actor.person)
  const href = visit.to('problem.page', { problem: problem.slug })
  return {
    state: count > 0 || isTold ? 'done' : 'now',
    figure: count > 0 ? say('problem-figure', { count }) : around.figure,
    sentences: [
      isTold ? say('problem-told') : say('problem-raised', { day: visit.time.day(problem.raisedAt) }),
      ...(count > 0
        ? [say('problem-taken', { count })]
        : isTold || problem.mergedInto !== null
          ? []
          : [say('problem-waits')]),
      ...around.sentences,
    ],
    links: [{ text: say('problem-link'), href }],
    act:
      mayTakeUp && !isTold
        ? { text: say('problem-act'), href, effort: say('problem-act-effort') }
        : count === 0
          ? around.act
          : undefined,
  }
}
