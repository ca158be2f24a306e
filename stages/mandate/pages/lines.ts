import type { Id } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../platform/http/index.ts'
import { diffWords, type DiffPart } from '../../../ui/index.ts'
import type { SayMandate } from '../messages/words.ts'
import { groupLines } from './group-lines.ts'
import { matterLine } from '../matters/room-words.ts'
import type { Terms } from '../rules.ts'
import type { Section } from '../saves/sections.ts'

/** What it takes to say a mandate in words. */
export type MandateWriter = {
  readonly reader: Reader
  readonly say: SayMandate
  readonly bodyName: (id: Id<'body'> | null) => string
}

/** `isWritten`: in the language of the case, where the rest is in the reader's. */
export type Line = {
  readonly section: Section
  readonly term: string
  readonly text: string
  readonly isWritten?: true
  /** A fixed sentence: compared as a whole, for word by word it would be no sentence. */
  readonly isWhole?: true
}

/** `source`: told from sources, where an empty field is unknown. */
export type Told = Terms & { readonly source?: string | null }

/** The fields of a mandate in the order they are read; '' where a field is empty. */
export function linesOf({ reader, say, bodyName }: MandateWriter, mandate: Told): readonly Line[] {
  const { answerRule, minGenderShare, startsOn, endsOn, promise } = mandate
  return [
    { section: 'task', term: say('field.question'), text: mandate.question, isWritten: true },
    { section: 'task', term: say('field.background'), text: mandate.background, isWritten: true },
    { section: 'task', term: say('field.tasks'), text: mandate.tasks, isWritten: true },
    { section: 'task', term: say('field.outOfScope'), text: mandate.outOfScope, isWritten: true },
    {
      section: 'promise',
      term: say('field.promise'),
      text: promise === null ? '' : `${say(`level.${promise}`)}. ${say(`level-text.${promise}`)}`,
      isWhole: true,
    },
    {
      section: 'room',
      term: say('field.matters'),
      text: mandate.matters.map((matter) => matterLine(say, reader.lang, matter)).join('\n'),
      isWritten: true,
    },
    { section: 'room', term: say('field.canChange'), text: mandate.canChange, isWritten: true },
    { section: 'room', term: say('field.cannotChange'), text: mandate.cannotChange, isWritten: true },
    {
      section: 'promise',
      term: say('field.answerRule'),
      text: answerRule === null ? '' : say(`rule.${answerRule.unit}`, { count: answerRule.count }),
    },
    { section: 'deciders', term: say('field.parentBody'), text: bodyName(mandate.parentBody) },
    { section: 'deciders', term: say('field.recipientBody'), text: bodyName(mandate.recipientBody) },
    { section: 'group', term: say('field.politicians'), text: numberText(mandate.politicians) },
    { section: 'group', term: say('field.citizens'), text: numberText(mandate.citizens) },
    { section: 'group', term: say('field.profiles'), text: profilesText(say, mandate) },
    {
      section: 'group',
      term: say('field.minGenderShare'),
      text:
        minGenderShare === null
          ? (mandate.source ?? null) === null
            ? say('value.no-share')
            : ''
          : say('value.share', { share: minGenderShare }),
    },
    { section: 'time', term: say('field.startsOn'), text: startsOn ? reader.time.day(startsOn) : '' },
    { section: 'time', term: say('field.endsOn'), text: endsOn ? reader.time.day(endsOn) : '' },
    { section: 'time', term: say('field.meetings'), text: numberText(mandate.meetings) },
    { section: 'time', term: say('field.economicFrame'), text: mandate.economicFrame, isWritten: true },
    ...groupLines(say, mandate.group).map((line) => ({ section: 'working' as const, ...line })),
  ]
}

function numberText(value: number | null): string {
  return value === null ? '' : String(value)
}

function profilesText(say: SayMandate, { profiles }: Terms): string {
  return profiles
    .map(({ name, wanted, description }) => {
      const head = wanted === null ? say('value.profile-unknown', { name }) : say('value.profile', { name, wanted })
      return description ? `${head}. ${description}` : head
    })
    .join('\n')
}

export type ChangedLine = { readonly term: string; readonly parts: readonly DiffPart[] }

export type Change = {
  readonly before: Told
  readonly after: Told
  /** Only in these; all when left out. */
  readonly sections?: readonly Section[]
}

/** Only the lines that differ, word by word. */
export function changesBetween(writer: MandateWriter, { before, after, sections }: Change): readonly ChangedLine[] {
  const earlier = linesOf(writer, before)
  return linesOf(writer, after).flatMap(({ section, term, text, isWhole }, at) => {
    const was = earlier[at]?.text ?? ''
    if (was === text || (sections && !sections.includes(section))) return []
    return [{ term, parts: isWhole ? wholes(was, text) : diffWords(was, text) }]
  })
}

function wholes(before: string, after: string): readonly DiffPart[] {
  const parts: readonly DiffPart[] = [
    { kind: 'out', text: before },
    { kind: 'in', text: after },
  ]
  return parts.filter(({ text }) => text !== '')
}
