import { List, Section, Table } from '../../../../ui/index.ts'
import { decisionWords } from '../../../decision/index.ts'
import { deliveryWords } from '../../../delivery/index.ts'
import type { CaseSheetProps } from './case-sheet-props.ts'

/** Each recommendation with what the body said to it; an answer the body has not carried is called proposed. */
export function Answers({ reader, say, parts, items, people }: CaseSheetProps) {
  const words = decisionWords.say(reader.lang)
  return (
    <Section id="answer" title={say('answer')}>
      <List isTight items={parts.answer.sentences} />
      {items.length > 0 ? (
        <Table
          caption={say('answer')}
          isCaptionHidden
          columns={[
            { label: say('column.recommendation'), width: 'most' },
            { label: say('column.answer') },
            { label: say('column.reason'), width: 'most' },
            { label: say('column.by') },
          ]}
          rows={items.map(({ number, title, answer }) => {
            const state = words(`state.${answer?.kind ?? 'waiting'}`)
            const isProposed = answer && answer.source === null && answer.cover !== 'carried'
            return {
              cells: [
                `${number}. ${title}`,
                isProposed ? say('proposed', { state }) : state,
                firstWords(answer?.reason ?? ''),
                (answer?.person && people.get(answer.person)?.name) || reader.common('unknown'),
              ],
            }
          })}
        />
      ) : null}
    </Section>
  )
}

/** Each promise with who owns it and how it stands, and the help that was pledged. */
export function Promises({ reader, say, parts, commitments, pledges, people }: CaseSheetProps) {
  const words = deliveryWords.say(reader.lang)
  const unknown = reader.common('unknown')
  return (
    <Section id="delivery" title={say('delivery')}>
      <List isTight items={parts.delivery.sentences} />
      {commitments.length > 0 ? (
        <Table
          caption={say('delivery')}
          isCaptionHidden
          columns={[
            { label: say('column.promise'), width: 'most' },
            { label: say('column.by') },
            { label: say('column.money') },
            { label: say('column.stands') },
          ]}
          rows={commitments.map(({ number, title, owner, office, budgetLine, needsNoBudget, standing }) => ({
            cells: [
              `${number}. ${title}`,
              (owner && people.get(owner)?.name) || office || unknown,
              budgetLine ?? (needsNoBudget ? say('no-money') : unknown),
              words(`state.${standing}`),
            ],
          }))}
        />
      ) : null}
      {pledges.length > 0 ? <p class="fm-small">{say('pledges', { count: pledges.length })}</p> : null}
    </Section>
  )
}

const mostLetters = 220

/** Cut at a word: the whole stands on the page of the answer. */
function firstWords(text: string): string {
  if (text.length <= mostLetters) return text
  return `${text.slice(0, text.lastIndexOf(' ', mostLetters))}…`
}
