import type { Id } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import { Empty, Head, List, Said, Section, ShareBar, Stack, Table } from '../../../../ui/index.ts'
import type { NamedProblem } from '../../../problem/index.ts'
import { numberWords } from '../../money.ts'
import { definitions, legitimacies, type Figure, type FigureKey, type Legitimacy } from '../figures.ts'
import type { SayLegitimacies } from '../messages/words.ts'
import { isComparable, sumOf, type CaseOfYear } from '../years.ts'

export type YearsPageProps = {
  readonly reader: Reader
  readonly say: SayLegitimacies
  /** Null where nothing was handed over yet. */
  readonly year: number | null
  readonly years: readonly number[]
  /** The years side by side, the latest first. */
  readonly shown: readonly number[]
  readonly cases: readonly CaseOfYear[]
  readonly running: readonly CaseOfYear[]
  readonly names: ReadonlyMap<Id<'problem'>, NamedProblem>
}

/** The four legitimacies of a place: its years beside one another, then the cases of one year. No total, and no rank. */
export function YearsPage(props: YearsPageProps) {
  const { reader, say, year, years, cases, running } = props
  const ofYear = cases.filter((one) => one.year === year)
  return (
    <Stack gap="8">
      <Head title={say('years.title')} lead={say('years.lead')} />
      {year === null && running.length === 0 ? (
        <Empty title={say('page.empty')} level={2}>
          {say('page.empty-next')}
        </Empty>
      ) : null}
      {year === null ? null : (
        <>
          <Section id="years" title={say('years.compared')} lead={say('years.compared-lead')}>
            {legitimacies.map((legitimacy) => (
              <Years {...props} legitimacy={legitimacy} />
            ))}
          </Section>
          <Section id="cases" title={say('years.cases', { year: String(year) })} lead={say('years.cases-lead')}>
            <Cases {...props} list={ofYear} caption={say('years.cases', { year: String(year) })} />
          </Section>
        </>
      )}
      {running.length > 0 ? (
        <Section id="running" title={say('years.running')} lead={say('years.running-lead')}>
          <Cases {...props} list={running} caption={say('years.running')} />
        </Section>
      ) : null}
      {years.length > 1 ? (
        <Section id="choose" title={say('years.choose')}>
          <List
            items={years.map((one) =>
              one === year ? (
                <strong aria-current="true">{String(one)}</strong>
              ) : (
                <a href={`${reader.to('legitimacies')}?year=${one}`}>{String(one)}</a>
              ),
            )}
          />
        </Section>
      ) : null}
      <p class="fm-small">
        <a href={reader.to('legitimacies.table')}>{say('years.csv')}</a>
      </p>
    </Stack>
  )
}

/** Counts of public acts alone: what a survey says in one case is asked of other people than in the next. */
function Years({ say, shown, cases, legitimacy }: YearsPageProps & { readonly legitimacy: Legitimacy }) {
  const counted = definitions[legitimacy].filter((key) => shown.some((year) => sumOf(cases, year, key)))
  const title = say(`legitimacy.${legitimacy}`)
  return (
    <div class="fm-stack">
      <h3 id={`years-${legitimacy}`}>{title}</h3>
      <p class="fm-mini">{say(`legitimacy.${legitimacy}-lead`)}</p>
      {counted.length === 0 ? (
        <p class="fm-muted">{say('value.unknown')}</p>
      ) : (
        <Table
          caption={title}
          isCaptionHidden
          columns={[{ label: say('column.what'), width: 'most' }, ...shown.map((year) => ({ label: String(year) }))]}
          rows={counted.map((key) => ({
            cells: [
              say(`figure.${key}`),
              ...shown.map((year) => {
                const sum = sumOf(cases, year, key)
                if (!sum) return <span class="fm-muted">{say('value.unknown')}</span>
                const { count, of, cases: among } = sum
                return (
                  <>
                    <ShareBar share={count / of} words={say('years.sum', { count, of })} />
                    <span class="fm-mini"> {say('years.among', { cases: among })}</span>
                  </>
                )
              }),
            ],
          }))}
        />
      )}
    </div>
  )
}

type CasesProps = YearsPageProps & { readonly list: readonly CaseOfYear[]; readonly caption: string }

/** A case a line, the four beside each other, each with every figure that stands for it. */
function Cases({ reader, say, names, list, caption }: CasesProps) {
  return (
    <Table
      caption={caption}
      isCaptionHidden
      columns={[
        { label: say('years.case'), width: 'most' },
        ...legitimacies.map((legitimacy) => ({ label: say(`legitimacy.${legitimacy}`) })),
      ]}
      rows={list.map((one) => {
        const { problem, slug, computed } = one
        const name = names.get(problem)
        const link = (
          <a href={reader.to('outcome.legitimacies', { problem: slug })}>
            {name ? <Said lang={name.language}>{name.question}</Said> : slug}
          </a>
        )
        if (!computed || !isComparable(one)) {
          const why = computed ? say('years.other-method', { method: computed.method }) : say('page.empty')
          return { cells: [link, ...legitimacies.map(() => <span class="fm-muted">{why}</span>)] }
        }
        return {
          cells: [
            link,
            ...legitimacies.map((legitimacy) => (
              <Figures {...{ reader, say }} keys={definitions[legitimacy]} figures={computed.figures} />
            )),
          ],
        }
      })}
    />
  )
}

type FiguresProps = Pick<YearsPageProps, 'reader' | 'say'> & {
  readonly keys: readonly FigureKey[]
  readonly figures: readonly Figure[]
}

function Figures({ reader, say, keys, figures }: FiguresProps) {
  const known = keys.flatMap((key) => figures.find((one) => one.key === key && one.kind !== 'unknown') ?? [])
  if (known.length === 0) return <span class="fm-muted">{say('value.unknown')}</span>
  return (
    <ul class="fm-plain fm-stack fm-stack--2 fm-small">
      {known.map((figure) => (
        <li>
          {say(`short.${figure.key}`)} <strong class="fm-num">{wordsOf({ reader, say }, figure)}</strong>
        </li>
      ))}
    </ul>
  )
}

function wordsOf({ reader, say }: Pick<YearsPageProps, 'reader' | 'say'>, figure: Figure): string {
  if (figure.kind === 'unknown') return say('value.unknown')
  if (figure.kind === 'share') return say('years.sum', { count: figure.count, of: figure.of })
  const short = (value: number): string => numberWords(Math.round(value * 10) / 10, reader.lang)
  const { low, high, from, to } = figure
  return say('value.mean', { low: short(low), high: short(high), from: short(from), to: short(to) })
}
