import type { Person } from './person.ts'
import { day } from './days.ts'

/** What stories need before their group can work: set up, called for, chosen, and taken. */

/** The politician who leads sets the group up as the mandate says, confirms it and opens the call. */
export async function openTheCall(leader: Person, at: string): Promise<void> {
  await leader.goTo(`${at}/people/set-up`)
  await leader.follow('Change the rule')
  await leader.send('Save the rule', { forgetOn: day(120) })
  await leader.send('Confirm how the group is set up')
  await leader.send('Open the call for seats', { until: day(14) })
}

/** Says yes to the seat she was offered. */
export async function takeTheSeat(person: Person, at: string): Promise<void> {
  await person.goTo(`${at}/people/offer`)
  await person.send('Yes, I take the seat')
  await person.sees('You have a seat.')
}
