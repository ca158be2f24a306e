import { applyForSeat } from '../../../stages/arena/commands.ts'
import { adoptedMandate } from '../../../stages/mandate/index.ts'
import type { Problem } from '../../../stages/problem/index.ts'
import { done } from './done.ts'
import type { Lindhavn } from './found.ts'

const applicants = 45
/** One in nine asks for the seat of somebody young. */
const words = [
  ['Neighbour', 'I walk past the fence every day and wonder what is behind it.'],
  ['Neighbour', 'I worked there until it closed.'],
  ['Workshop or trade', 'I would rent a room there tomorrow.'],
  ['Neighbour', 'I can hear what happens there from my kitchen.'],
  ['Neighbour', 'I want to swim from there.'],
  ['Workshop or trade', 'I build bicycles and have no room.'],
  ['Neighbour', 'I took part in two of the plans that failed.'],
  ['Neighbour', 'My father burnt the gas.'],
  ['Young person', 'There is no place where we can be in the evening.'],
] as const

/** Those who apply to everything: mostly older, few of them young, so that the report says who is missing. */
export async function playApplicants(town: Lindhavn, { id, slug }: Problem): Promise<void> {
  const profiles = (await adoptedMandate(town.database.read(town.place.id), id))?.profiles ?? []
  for (const [at, actor] of town.voters.slice(0, applicants).entries()) {
    const [name, motivation] = words[at % words.length] ?? words[0]
    const profile = profiles.find((one) => one.name === name)
    if (!profile) throw new Error(`no profile ${name} in ${slug}`)
    const asked = { slug, profile: profile.id, motivation, tie: 'I live here.', gender: null }
    await done(actor.name, applyForSeat(town.daysAgo(20 - Math.floor(at / 3)), actor, asked))
  }
}
