import type { Reader } from '../../../platform/http/index.ts'
import type { ToldFigures } from '../../../stages/delivery/index.ts'
import { List, Section, Stack, Table } from '../../../ui/index.ts'
import type { SayOwed } from '../messages/words.ts'

export type ToldCase = ToldFigures & {
  readonly question: string
  /** What a source counts without saying which, in words; null where none does. */
  readonly counted: string | null
}

export type ToldFiguresProps = { readonly say: SayOwed; readonly reader: Reader; readonly told: readonly ToldCase[] }

export const toldAnswers = ['accept', 'accept-amended', 'reject', 'refer', 'park', 'existed', 'unknown'] as const
export const toldPromises = ['kept', 'promised', 'late', 'dropped', 'unknown'] as const

/** What sources tell of answers and promises, case by case, and why no more of it is counted. */
export function ToldFiguresPart(props: ToldFiguresProps) {
  const { say, reader, told } = props
  if (told.length === 0) return null
  const answered = told.filter(({ answers }) => sum(answers) > 0)
  const promised = told.filter(({ promises }) => sum(promises) > 0)
  const counted = told.filter((one) => one.counted !== null)
  return (
    <Section id="sources" title={say('sources.title')} lead={say('sources.lead')}>
      <Stack gap="6">
        {answered.length === 0 ? null : (
          <Counts
            {...props}
            caption={say('sources.answers')}
            names={toldAnswers}
            rows={answered.map((one) => ({ one, counts: one.answers, href: 'decision.page' }))}
          />
        )}
        {counted.length === 0 ? null : (
          <div>
            <h3>{say('sources.counted')}</h3>
            <List
              items={counted.map((one) => (
                <>
                  <a href={reader.to('decision.page', { problem: one.slug })}>{one.question}</a>
                  <br />
                  {one.counted}
                </>
              ))}
            />
          </div>
        )}
        {promised.length === 0 ? null : (
          <Counts
            {...props}
            caption={say('sources.promises')}
            names={toldPromises}
            rows={promised.map((one) => ({ one, counts: one.promises, href: 'delivery.page' }))}
          />
        )}
      </Stack>
    </Section>
  )
}

type Counted = Readonly<Partial<Record<string, number>>>

function sum(counts: Counted): number {
  return Object.values(counts).reduce<number>((all, count) => all + (count ?? 0), 0)
}

type CountsProps = ToldFiguresProps & {
  readonly caption: string
  readonly names: readonly ((typeof toldAnswers)[number] | (typeof toldPromises)[number])[]
  readonly rows: readonly {
    readonly one: ToldCase
    readonly counts: Counted
    readonly href: 'decision.page' | 'delivery.page'
  }[]
}

/** Only columns in which something is counted. */
function Counts({ say, reader, caption, names, rows }: CountsProps) {
  const used = names.filter((name) => rows.some(({ counts }) => (counts[name] ?? 0) > 0))
  return (
    <Table
      caption={caption}
      columns={[
        { label: say('sources.case'), width: 'most' },
        { label: say('sources.all'), isNumber: true },
        ...used.map((name) => ({ label: say(`sources.${name}`), isNumber: true })),
      ]}
      rows={rows.map(({ one, counts, href }) => ({
        cells: [
          <a href={reader.to(href, { problem: one.slug })}>{one.question}</a>,
          String(sum(counts)),
          ...used.map((name) => String(counts[name] ?? 0)),
        ],
      }))}
    />
  )
}
