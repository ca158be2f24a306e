import { List, Prose, Section, SummaryList, Table } from '../../../../ui/index.ts'
import { moneyWords, numberWords } from '../../money.ts'
import { readingOf } from '../../rules.ts'
import { outcomeWords } from '../../messages/words.ts'
import { legitimaciesWords } from '../../legitimacies/messages/words.ts'
import { surveysWords } from '../../surveys/messages/words.ts'
import type { CaseSheetProps } from './case-sheet-props.ts'

/** What was measured, what the body accounts for, what those who took part say, and the shares of the four legitimacies. */
export function Value(props: CaseSheetProps) {
  const { reader, say, indicators } = props
  const words = outcomeWords.say(reader.lang)
  const value = (amount: number | null | undefined, unit: string): string =>
    amount === null || amount === undefined ? reader.common('unknown') : `${numberWords(amount, reader.lang)} ${unit}`
  return (
    <Section id="outcome" title={say('outcome')}>
      {indicators.length > 0 ? (
        <Table
          caption={say('outcome')}
          isCaptionHidden
          columns={[
            { label: say('column.indicator'), width: 'most' },
            { label: words('value.before') },
            { label: words('value.after') },
            { label: words('value.target') },
            { label: say('column.stands') },
          ]}
          rows={indicators.map(({ name, unit, baselineValue, targetValue, measurements }) => {
            const latest = measurements.at(-1)
            return {
              cells: [
                name,
                value(baselineValue, unit),
                latest ? `${value(latest.value, unit)}, ${reader.time.day(latest.on)}` : words('reading.not-measured'),
                value(targetValue, unit),
                words(`reading.${readingOf(baselineValue, targetValue, latest?.value)}`),
              ],
            }
          })}
        />
      ) : (
        <p>{words('page.empty')}</p>
      )}
      <Account {...props} />
      <Lines {...props} />
    </Section>
  )
}

function Account({ reader, say, account, people }: CaseSheetProps) {
  const words = outcomeWords.say(reader.lang)
  if (!account) return <p class="fm-small">{say('no-account')}</p>
  const { intendedFor, whatCame, costMinor, costCurrency, costWords, authorityUsed, sideEffects, fairness } = account
  const cost =
    costMinor !== null && costCurrency
      ? moneyWords(costMinor, { currency: costCurrency, lang: reader.lang })
      : reader.common('unknown')
  const text = (said: string) => (said ? <Prose text={said} /> : reader.common('unknown'))
  const signer = account.signedPerson ? people.get(account.signedPerson)?.name : undefined
  return (
    <>
      <SummaryList
        rows={[
          { term: words('account.for'), value: text(intendedFor) },
          { term: words('account.came'), value: text(whatCame) },
          { term: words('account.cost'), value: costWords ? `${cost}. ${costWords}` : cost },
          { term: words('account.authority'), value: text(authorityUsed) },
          { term: words('account.benefits'), value: text(account.whoBenefits ?? '') },
          { term: words('account.pays'), value: text(account.whoPays ?? '') },
          { term: words('account.side-effects'), value: text(sideEffects) },
          { term: words('account.fairness'), value: text(fairness) },
        ]}
      />
      {signer && account.signedAt ? (
        <p class="fm-mini">{say('signed', { name: signer, day: reader.time.day(account.signedAt) })}</p>
      ) : null}
    </>
  )
}

/** The surveys and the legitimacies in a line each; the pages they come from show the rest. */
function Lines({ reader, problem, rounds, computed }: CaseSheetProps) {
  const surveys = surveysWords.say(reader.lang)
  const trust = legitimaciesWords.say(reader.lang)
  const asked = rounds.flatMap(({ moment, published }) => {
    if (!published) return []
    const values = {
      moment: surveys(`moment.${moment}`),
      asked: Object.values(published.asked).reduce((sum, count) => sum + count, 0),
    }
    return published.answered === null
      ? [surveys('page.asked-few', values)]
      : [surveys('page.asked', { ...values, answered: published.answered })]
  })
  const shares = (computed?.figures ?? []).flatMap((figure) =>
    figure.kind === 'share' ? [`${trust(`figure.${figure.key}`)}: ${figure.count}/${figure.of}`] : [],
  )
  const slug = { problem: problem.slug }
  return (
    <>
      {asked.length > 0 ? <List isTight items={asked} /> : null}
      {shares.length > 0 ? <List isTight items={shares} /> : null}
      <p class="fm-small fm-noprint">
        <a class="fm-link" href={reader.to('outcome.surveys', slug)}>
          {surveys('page.title')}
        </a>{' '}
        ·{' '}
        <a class="fm-link" href={reader.to('outcome.legitimacies', slug)}>
          {trust('page.title')}
        </a>
      </p>
    </>
  )
}
