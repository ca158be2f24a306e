import type { Actor, Role } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import { expect, test } from 'vitest'
import { agreeOnTask, finish } from './rules.ts'

const problem = newId('problem')
const place = newId('jurisdiction')

function someone(...roles: readonly Role[]): Actor {
  return { jurisdiction: place, account: newId('account'), person: null, name: 'Somebody', assurance: 'low', roles }
}

test('a task has somebody who does it, and a day that does not lie before the meeting', () => {
  const day = Temporal.PlainDate.from('2026-11-26')
  expect(agreeOnTask({ hasOwner: true, dueOn: day, heldOn: day }).ok).toBe(true)
  expect(agreeOnTask({ hasOwner: true, dueOn: day, heldOn: null }).ok).toBe(true)
  expect(agreeOnTask({ hasOwner: false, dueOn: day, heldOn: day })).toMatchObject({ refusal: 'nobody-to-do-it' })
  expect(agreeOnTask({ hasOwner: true, dueOn: day.subtract({ days: 1 }), heldOn: day })).toMatchObject({
    refusal: 'due-before-meeting',
  })
})

test('whose it is and who runs the meetings say that it is done, once', () => {
  const owner = someone({ name: 'member', scope: problem })
  const [other, clerk] = [someone({ name: 'member', scope: problem }), someone({ name: 'clerk', scope: place })]
  const task = { owner: owner.account ?? newId('account'), isDone: false }
  expect(finish(problem, task, owner).ok).toBe(true)
  expect(finish(problem, task, clerk).ok).toBe(true)
  expect(finish(problem, task, other)).toMatchObject({ refusal: 'not-your-task' })
  expect(finish(problem, { ...task, isDone: true }, owner)).toMatchObject({ refusal: 'done-already' })
})
