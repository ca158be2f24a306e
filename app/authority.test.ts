import type { Actor, RoleName } from '@folkmoot/basics/actor.ts'
import { methodOf, type Address } from '@folkmoot/basics/addresses.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import { expect, it } from 'vitest'
import { routes } from './router.ts'

/** Which rows a role opens that a resident does not have: asked of every row, so that a new one is asked too. */

const jurisdiction = newId('jurisdiction')

function someone(...roles: readonly RoleName[]): Actor {
  return {
    jurisdiction,
    account: newId('account'),
    person: null,
    name: 'Somebody',
    assurance: 'low',
    roles: roles.map((name) => ({ name, scope: jurisdiction })),
  }
}

const resident = someone('resident')

/** Acts that this role opens. */
function actsOf(role: RoleName): readonly Address[] {
  const actor = someone('resident', role)
  return routes
    .filter(({ at, allowed }) => methodOf(at) === 'POST' && allowed.allows(actor) && !allowed.allows(resident))
    .map(({ at }) => at)
    .toSorted()
}

it('abuse 44: who prepares for a politician may publish a note for her, and nothing else that a resident may not', () => {
  expect(actsOf('delegate')).toEqual(['inquiry.write-note'])
})

it('abuse 44: what a politician votes, signs, confirms or answers is closed to who prepares for her', () => {
  const hers: readonly Address[] = actsOf('politician').filter((at) => at !== 'inquiry.write-note')
  expect(hers.length).toBeGreaterThan(40)
  const open = routes.filter(({ at, allowed }) => hers.includes(at) && allowed.allows(someone('resident', 'delegate')))
  expect(open.map(({ at }) => at)).toEqual([])
})

/** What an administrator is for: how the place is set up, from its people to the data it counts by. */
const configures: readonly Address[] = [
  'arena.add-feature',
  'arena.change-feature',
  'arena.choose-population',
  'arena.import-population',
  'arena.set-limits',
  'arena.upload-population',
  'mandates.say-capacity',
  'mandates.say-election',
  'mandates.say-majority',
  'meeting.end-ground',
  'meeting.list-ground',
  'problem.set-rule',
  'residence.bring-list',
  'residence.make-letters',
  'residence.printed',
  'settings.body',
  'settings.chair',
  'settings.continue-terms',
  'settings.end-sessions',
  'settings.invite',
  'settings.link-person',
  'settings.mail-test',
  'settings.member',
  'settings.outline',
  'settings.save',
  'settings.term',
]

/** The house rules and the order of what comes in, as every public employee may. */
const keepsHouse: readonly Address[] = [
  'moderation.hide',
  'moderation.judge-many',
  'moderation.remove',
  'moderation.restore',
  'moderation.undo',
  'opinion.judge',
  'opinion.prepare-add',
  'opinion.prepare-change',
]

/** Where the rule says no in its own words and tells whose act it is: app/refusals.db.test tries each as an administrator. */
const toldWhyNot: readonly Address[] = [
  'arena.call-again',
  'arena.confirm',
  'arena.open-call',
  'arena.seat-politician',
  'opinion.move-deadline',
  'opinion.open',
]

it('abuse 36: an administrator has no act of a politician’s, a chair’s or a member’s', () => {
  expect(actsOf('administrator')).toEqual([...configures, ...keepsHouse, ...toldWhyNot].toSorted())
})
