import type { Id } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../platform/http/index.ts'
import { diffWords, type DiffPart } from '../../../ui/index.ts'
import type { SayMandate } from '../messages/words.ts'
import type { Mandate } from '../store.ts'
import { groupLines, type Line } from './group-lines.ts'

/** What it takes to say a mandate in words. */
export type MandateWriter = {
  readonly reader: Reader
  readonly say: SayMandate
  readonly bodyName: (id: Id<'body'> | null) => string
}

/** The fields of a mandate in the order they are read; '' where a field is empty. */
export function linesOf({ reader, say, bodyName }: MandateWriter, mandate: Mandate): readonly Line[] {
  const { answerRule, minGenderShare, startsOn, endsOn, promise } = mandate
  return [
    { term: say('field.question'), text: mandate.question, isWritten: true },
    { term: say('field.background'), text: mandate.background, isWritten: true },
    { term: say('field.tasks'), text: mandate.tasks, isWritten: true },
    { term: say('field.outOfScope'), text: mandate.outOfScope, isWritten: true },
    {
      term: say('field.promise'),
      text: promise === null ? '' : `${say(`level.${promise}`)}. ${say(`level-text.${promise}`)}`,
    },
    { term: say('field.canChange'), text: mandate.canChange, isWritten: true },
    { term: say('field.cannotChange'), text: mandate.cannotChange, isWritten: true },
    {
      term: say('field.answerRule'),
      text: answerRule === null ? '' : say(`rule.${answerRule.unit}`, { count: answerRule.count }),
    },
    { term: say('field.parentBody'), text: bodyName(mandate.parentBody) },
    { term: say('field.recipientBody'), text: bodyName(mandate.recipientBody) },
    { term: say('field.politicians'), text: numberText(mandate.politicians) },
    { term: say('field.citizens'), text: numberText(mandate.citizens) },
    { term: say('field.profiles'), text: profilesText(say, mandate) },
    {
      term: say('field.minGenderShare'),
      text:
        minGenderShare === null
          ? mandate.source === null
            ? say('value.no-share')
            : ''
          : say('value.share', { share: minGenderShare }),
    },
    { term: say('field.startsOn'), text: startsOn ? reader.time.day(startsOn) : '' },
    { term: say('field.endsOn'), text: endsOn ? reader.time.day(endsOn) : '' },
    { term: say('field.meetings'), text: numberText(mandate.meetings) },
    { term: say('field.economicFrame'), text: mandate.economicFrame, isWritten: true },
    ...groupLines(say, mandate.group),
  ]
}

function numberText(value: number | null): string {
  return value === null ? '' : String(value)
}

function profilesText(say: SayMandate, { profiles }: Mandate): string {
  return profiles
    .map(({ name, wanted, description }) => {
      const head = wanted === null ? say('value.profile-unknown', { name }) : say('value.profile', { name, wanted })
      return description ? `${head}. ${description}` : head
    })
    .join('\n')
}

export type ChangedLine = { readonly term: string; readonly parts: readonly DiffPart[] }

/** Only the lines that differ, word by word. */
export function changesBetween(writer: MandateWriter, before: Mandate, after: Mandate): readonly ChangedLine[] {
  const earlier = linesOf(writer, before)
  return linesOf(writer, after).flatMap(({ term, text }, at) => {
    const was = earlier[at]?.text ?? ''
    return was === text ? [] : [{ term, parts: diffWords(was, text) }]
  })
}
