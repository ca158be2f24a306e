import type { Database } from '../../../platform/db/index.ts'
import { foundLevels, playLevels } from '../levels/load.ts'
import { bus } from './cases/bus.ts'
import { ferryNoise } from './cases/ferry-noise.ts'
import { fireworks } from './cases/fireworks.ts'
import { gasworks } from './cases/gasworks.ts'
import { green, greenConsultation } from './cases/green.ts'
import { harbour } from './cases/harbour.ts'
import { kitchens } from './cases/kitchens.ts'
import { lamps } from './cases/lamps.ts'
import { library } from './cases/library.ts'
import { school } from './cases/school.ts'
import { shade } from './cases/shade.ts'
import { foundLindhavn, type Lindhavn } from './found.ts'
import { playAppeal } from './play-appeal.ts'
import { playApplicants } from './play-applicants.ts'
import { playComparison, playCounting } from './play-counting.ts'
import { playGroups, playStaffing } from './play-groups.ts'
import { harbourMoved, playMoved, schoolMoved } from './play-moved.ts'
import { playDraw } from './play-draw.ts'
import { playDrawn } from './play-drawn.ts'
import { playIdeas } from './play-ideas.ts'
import { giveLindhavnsOutline } from './outline.ts'
import { playAnswer, playDelivery, playOutcome } from './play-answer.ts'
import { playFollowUp } from './play-follow-up.ts'
import { playSurveys } from './play-surveys.ts'
import { playAgenda, setLindhavnsRule, tellLindhavnsElection } from './play-agenda.ts'
import { found, playMandate, playProblem } from './play-start.ts'
import { playAroundMeetings } from './play-meetings.ts'
import { playInterests } from './play-interests.ts'
import { playLetters } from './play-letters.ts'
import { playVotes, seatedActors } from './play-votes.ts'
import { playArena, playWork } from './play-work.ts'
import type { Problem } from '../../../stages/problem/index.ts'
import type { Script } from './script.ts'

export const scripts: readonly Script[] = [
  library,
  harbour,
  bus,
  school,
  gasworks,
  fireworks,
  lamps,
  ferryNoise,
  shade,
  kitchens,
  green,
]

/** The fictional town and the nation and union it lies in, with a case at every stage, played through the stages' own commands. */
export async function loadLindhavn(database: Database, say: (line: string) => void): Promise<Lindhavn> {
  const levels = await foundLevels(database)
  const town = await foundLindhavn(database, Temporal.Now.instant(), levels.estrand.place.id)
  await setLindhavnsRule(town)
  await giveLindhavnsOutline(town)
  await tellLindhavnsElection(town)
  await playCounting(town)
  for (const script of scripts) {
    const problem = await playScript(town, script)
    if (script === gasworks) await playApplicants(town, problem)
    say(`Lindhavn: ${script.question}`)
  }
  await playLevels(levels, town, say)
  return town
}

/** One case, as far as its script goes. */
export async function playScript(town: Lindhavn, script: Script): Promise<Problem> {
  const raised = await playProblem(town, script)
  const problem = await found(town, raised.slug)
  if (script === harbour) await playInterests(town, problem.slug)
  if (script.agenda) await playAgenda(town, problem, script.agenda)
  if (script.mandate) await playMandate(town, problem, script.mandate)
  if (script === school) await playMoved(town, problem, schoolMoved)
  if (script === harbour) await playMoved(town, problem, harbourMoved)
  if (script.arena) await playArena(town, problem, script.arena)
  if (script === gasworks && script.arena) await playLetters(town, problem, script.arena.callAgo)
  if (script.arena) await playComparison(town, problem.slug, script.arena.callAgo)
  if (script === gasworks) await playAppeal(town, problem.slug)
  if (script.work) await playWork(town, problem, script.work)
  if (script === kitchens) await playDraw(town, problem)
  if (script === green) await playDrawn(town, problem)
  if (script === green) await playComparison(town, problem.slug, 60)
  if (script === green)
    await playVotes(town, problem, { ...greenConsultation, seated: await seatedActors(town, problem) })
  if (script === school) await playIdeas(town, problem)
  if (script === school) await playGroups(town, problem)
  if (script === school || script === harbour) await playStaffing(town, problem)
  if (script === school) await playAroundMeetings(town, problem)
  if (script.answer) await playAnswer(town, problem, script.answer)
  if (script.delivery) await playDelivery(town, problem, script.delivery)
  if (script.followUp) await playFollowUp(town, problem, script.followUp)
  if (script.outcome) await playOutcome(town, problem, script.outcome)
  if (script.surveys) await playSurveys(town, problem, script.surveys)
  return problem
}
