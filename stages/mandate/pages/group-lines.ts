import type { GroupRules } from '../group-rules.ts'
import type { SayMandate } from '../messages/words.ts'
import { ruleWords } from '../promise.ts'

/** `isWritten`: in the language of the case, where the rest is in the reader's. */
export type Line = { readonly term: string; readonly text: string; readonly isWritten?: true }

/** How the group is called together and works, in the order it is read; '' where there is no rule. */
export function groupLines(say: SayMandate, group: GroupRules): readonly Line[] {
  return [
    { term: say('field.trigger'), text: group.trigger, isWritten: true },
    { term: say('field.selection'), text: group.selection === null ? '' : say(`selection.${group.selection}`) },
    { term: say('field.selectionWords'), text: group.selectionWords, isWritten: true },
    { term: say('field.minAge'), text: group.minAge === null ? '' : say('value.years', { age: group.minAge }) },
    { term: say('field.ageRule'), text: group.ageRule, isWritten: true },
    { term: say('field.chair'), text: group.chair === null ? '' : say(`chair.${group.chair}`) },
    { term: say('field.others'), text: group.others, isWritten: true },
    { term: say('field.meetingLength'), text: group.meetingLength, isWritten: true },
    { term: say('field.firstMeetingWithin'), text: ruleWords(say, group.firstMeetingWithin) },
    { term: say('field.voteRule'), text: group.voteRule, isWritten: true },
    { term: say('field.output'), text: group.output, isWritten: true },
    {
      term: say('field.textDeciders'),
      text: group.textDeciders === null ? '' : say(`text-deciders.${group.textDeciders}`),
    },
    { term: say('field.proposerDecides'), text: group.proposerDecides ? say('group.yes') : '' },
    { term: say('field.residentsAmend'), text: group.residentsAmend ? say('group.yes') : '' },
    { term: say('field.answerWords'), text: group.answerWords, isWritten: true },
    { term: say('field.duties'), text: group.duties.map((duty) => `${say(`duty.${duty}`)}.`).join('\n') },
    { term: say('field.returnAfter'), text: ruleWords(say, group.returnAfter) },
  ]
}
