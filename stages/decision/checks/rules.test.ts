import type { Actor, RoleName } from '@folkmoot/basics/actor.ts'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerReply, replyToDirection, sendDirection, type ReplyWords } from './rules.ts'

const [place, body, problem] = [newId('jurisdiction'), newId('body'), newId('problem')]
const [green, harbour] = [newId('body'), newId('body')]
const actor = (role: RoleName, scope: Actor['roles'][number]['scope'], group: Id<'body'> | null = green) => ({
  jurisdiction: place,
  account: newId('account'),
  person: newId('person'),
  name: 'Emil',
  assurance: 'low' as const,
  roles: [{ name: role, scope }],
  group,
})
const words: ReplyWords = { questions: 'Who pays?', limits: '', isForGroup: false }
const open = { body, repliedBy: [], groupsReplied: [] }

const chair = (): Actor => {
  const one = actor('arena-chair', problem)
  return { ...one, roles: [...one.roles, { name: 'politician', scope: body }] }
}

describe('a direction', () => {
  const mandate = { parentBody: body, recipientBody: body, answerRule: null }
  const ready = { id: problem, mandate, isHandedOver: false }
  test.each<[string, Parameters<typeof sendDirection>, string]>([
    ['of the chair', [ready, chair()], 'ok'],
    ['of a clerk', [ready, actor('clerk', place)], 'staff-never'],
    ['of another politician', [ready, actor('politician', body)], 'only-arena-chair'],
    ['of a chair who is not elected', [ready, actor('arena-chair', problem)], 'only-arena-chair'],
    ['without a mandate', [{ ...ready, mandate: undefined }, chair()], 'no-mandate'],
    ['to no parent body', [{ ...ready, mandate: { ...mandate, parentBody: null } }, chair()], 'no-parent-body'],
    ['after the hand-over', [{ ...ready, isHandedOver: true }, chair()], 'already-handed-over'],
  ])('%s', (_, asked, outcome) => {
    const sending = sendDirection(...asked)
    expect(sending.ok ? 'ok' : sending.refusal).toBe(outcome)
  })
})

describe('a reply to the direction', () => {
  const emil = actor('politician', body)
  test.each<[string, Parameters<typeof replyToDirection>, string]>([
    ['of a member of the body', [open, emil, words], 'ok'],
    ['of a member for her group', [open, emil, { ...words, isForGroup: true }], 'ok'],
    ['of staff', [open, actor('clerk', place), words], 'staff-never'],
    ['from another body', [open, actor('politician', newId('body')), words], 'not-in-parent-body'],
    ['given twice', [{ ...open, repliedBy: [emil.person] }, emil, words], 'already-replied'],
    ['that says nothing', [open, emil, { ...words, questions: '' }], 'say-something'],
    ['for a group she is not of', [open, actor('politician', body, null), { ...words, isForGroup: true }], 'no-group'],
    [
      'for a group that has replied',
      [{ ...open, groupsReplied: [green] }, emil, { ...words, isForGroup: true }],
      'group-replied',
    ],
    ['for another group', [{ ...open, groupsReplied: [harbour] }, emil, { ...words, isForGroup: true }], 'ok'],
    ['of her own, after her group', [{ ...open, groupsReplied: [green] }, emil, words], 'ok'],
  ])('%s', (_, asked, outcome) => {
    const replying = replyToDirection(...asked)
    expect(replying.ok ? 'ok' : replying.refusal).toBe(outcome)
  })

  test('however many of however many groups reply, each group and each person is heard at most once', () => {
    const people = Array.from({ length: 6 }, (_, at) => actor('politician', body, at % 2 === 0 ? green : harbour))
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: 5 }), fc.boolean()), { maxLength: 30 }), (tries) => {
        const heard: { person: Id<'person'>; party: Id<'body'> | null }[] = []
        for (const [at, isForGroup] of tries) {
          const who = people[at]
          if (!who) continue
          const state = {
            body,
            repliedBy: heard.map(({ person }) => person),
            groupsReplied: heard.flatMap(({ party }) => party ?? []),
          }
          const replying = replyToDirection(state, who, { ...words, isForGroup })
          if (replying.ok) heard.push({ person: replying.value.person, party: replying.value.party })
        }
        const parties = heard.flatMap(({ party }) => party ?? [])
        expect(new Set(parties).size).toBe(parties.length)
        expect(new Set(heard.map(({ person }) => person)).size).toBe(heard.length)
      }),
    )
  })
})

describe('what was asked of the group', () => {
  const reply = { problem, hasQuestions: true, isAnswered: false }
  test.each<[string, Parameters<typeof answerReply>, string]>([
    ['its chair answers', [reply, chair()], 'ok'],
    ['a clerk does not', [reply, actor('clerk', place)], 'staff-never'],
    ['another politician does not', [reply, actor('politician', body)], 'only-arena-chair'],
    ['where nothing was asked, nothing is answered', [{ ...reply, hasQuestions: false }, chair()], 'nothing-asked'],
    ['nobody answers twice', [{ ...reply, isAnswered: true }, chair()], 'reply-answered'],
  ])('%s', (_, asked, outcome) => {
    const answering = answerReply(...asked)
    expect(answering.ok ? 'ok' : answering.refusal).toBe(outcome)
  })
})
