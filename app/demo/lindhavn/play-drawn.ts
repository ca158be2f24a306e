import { loadSolver } from '@folkmoot/sortition/solver.ts'
import { answerOffer } from '../../../stages/arena/acceptances/answering.ts'
import { offersOf } from '../../../stages/arena/index.ts'
import { applyForSeat, confirmGroup, openCall, seatPolitician } from '../../../stages/arena/commands.ts'
import { confirmSetUp, saveProfiles, saveRule } from '../../../stages/arena/composition/commands.ts'
import { lockPool, setLimits } from '../../../stages/arena/lottery/commands.ts'
import { solveLotteries } from '../../../stages/arena/lottery/jobs.ts'
import { makePanels } from '../../../stages/arena/lottery/maker.ts'
import { askForPanels } from '../../../stages/arena/lottery/making.ts'
import { writeAgain, writeNumber } from '../../../stages/arena/lottery/throwing.ts'
import { adoptedMandate } from '../../../stages/mandate/index.ts'
import type { Problem } from '../../../stages/problem/index.ts'
import { residents } from './cast.ts'
import { done } from './done.ts'
import type { Lindhavn } from './found.ts'
import { countedBy, limitsOf, type Bounds } from './play-draw.ts'

const seats = 7
const panel = 314
/** Days ago. */
const when = { call: 60, closed: 40, panels: 38, thrown: 35, yes: 33, confirmed: 30 } as const

/** Women, men, another; then by age. */
const limitsBy: Readonly<Record<string, readonly Bounds[]>> = {
  Gender: [
    [3, 4],
    [3, 4],
    [0, 1],
  ],
  Age: [
    [1, 3],
    [2, 4],
    [1, 3],
  ],
}

/** Seven seats by lot, from the limits to the group that has begun: whoever visits the demonstration reads how it was drawn. */
export async function playDrawn(town: Lindhavn, problem: Problem): Promise<void> {
  await playCall(town, problem)
  await playPanels(town, problem)
  await playDice(town, problem)
  await playBeginning(town, problem)
}

async function playCall(town: Lindhavn, { id: problem, slug }: Problem): Promise<void> {
  const { people, place, today } = town
  const then = town.daysAgo(when.call)
  const until = today.subtract({ days: when.closed })
  const profile = (await adoptedMandate(then.read(place.id), problem))?.profiles[0]
  if (!profile) throw new Error(`no profile in ${slug}`)
  const { id, name, description } = profile
  const rule = { politicians: null, citizens: null, minGenderShare: 0.4, isOnePerHousehold: false, answerDays: 5 }
  await done('rule', saveRule(then, people.inge, { slug, ...rule, forgetOn: until.add({ months: 6 }) }))
  const drawn = { id, name, description, criteria: [], chosen: 0, drawn: seats }
  await done('profiles', saveProfiles(then, people.inge, { slug, profiles: [drawn] }))
  await done('set-up', confirmSetUp(then, people.inge, slug))
  const features = [await countedBy(town, 'Gender'), await countedBy(town, 'Age')]
  const limits = {
    ...limitsOf(features, { profile: { id, name }, seats, limitsBy }),
    population: 'the genders and ages of Lindhavn’s residents',
  }
  await done('limits', setLimits(then, people.clerk, { slug, ...limits }))
  await done('call', openCall(then, people.inge, { slug, until, timeZone: place.timeZone }))
  const words = { motivation: 'I walk across it every day.', tie: 'I live here.', gender: null, profile: id }
  for (const [at, { key }] of residents.entries())
    await done(key, applyForSeat(town.daysAgo(when.call - 1 - at), people[key], { slug, ...words }))
}

async function playPanels(town: Lindhavn, { id: problem, slug }: Problem): Promise<void> {
  const { clerk } = town.people
  await done('list', lockPool(town.daysAgo(when.panels), clerk, slug))
  await done('panels', askForPanels(town.daysAgo(when.panels, 11), clerk, slug))
  const solver = await loadSolver()
  const solve = solveLotteries(async (input, watch) => makePanels(solver, input, watch))
  await solve(town.daysAgo(when.panels, 12), { jurisdiction: town.place.id, problem, lottery: 1, run: 1 })
}

async function playDice(town: Lindhavn, { slug }: Problem): Promise<void> {
  const { clerk, facilitator } = town.people
  const hall = town.daysAgo(when.thrown, 19)
  const thrown = {
    place: 'the library in Østre',
    thrownBy: 'three children from the audience',
    witnesses: 'The librarian and two neighbours',
    watched: 31,
    thrownAt: await hall.now(),
  }
  await done('dice', writeNumber(hall, clerk, { slug, panel, thrown }))
  await done('dice again', writeAgain(hall, facilitator, { slug, panel }))
}

/** All who were drawn say yes, and the group begins. */
async function playBeginning(town: Lindhavn, { id, slug }: Problem): Promise<void> {
  const { people, place } = town
  const drawn = await offersOf(town.database.read(place.id), id)
  for (const { account } of drawn) {
    const actor = residents.map(({ key }) => people[key]).find((one) => one.account === account)
    if (!actor) throw new Error('residents alone were drawn')
    await done(actor.name, answerOffer(town.daysAgo(when.yes), actor, { slug, isYes: true, words: '' }))
  }
  const at = town.daysAgo(when.yes)
  for (const [who, isChair, reason] of [
    ['inge', true, 'Leads the case and promised the draw.'],
    ['peter', false, 'Grew up beside the mill.'],
  ] as const) {
    const { person } = people[who]
    if (person === null) throw new Error(`${who} is a politician`)
    await done(who, seatPolitician(at, people.inge, { slug, person, isChair, reason }))
    if (who !== 'inge') await done(who, answerOffer(at, people[who], { slug, isYes: true, words: '' }))
  }
  const toTheRest = 'Chance gave the seats to others. The evenings are open, and you can write what you think.'
  await done('confirm', confirmGroup(town.daysAgo(when.confirmed), people.inge, { slug, exception: '', toTheRest }))
}
