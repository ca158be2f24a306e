import { Empty, Head, Section, Stack, Table } from '../../../ui/index.ts'
import type { SayModeration } from '../messages/words.ts'

export type FiguresPageProps = {
  readonly say: SayModeration
  readonly months: readonly {
    readonly month: string
    readonly lines: readonly { readonly act: string; readonly rule: string; readonly times: number }[]
  }[]
}

/** What moderators did, by month and rule. Acts of staff: nothing is held back. */
export function FiguresPage({ say, months }: FiguresPageProps) {
  return (
    <Stack gap="8">
      <Head title={say('figures')} lead={say('figures-lead')} />
      {months.length === 0 ? (
        <Empty level={2} title={say('figures-none')}>
          {say('figures-none-text')}
        </Empty>
      ) : null}
      {months.map(({ month, lines }) => (
        <Section id={`month-${month}`} title={month}>
          <Table
            caption={month}
            isCaptionHidden
            columns={[
              { label: say('column.act'), width: 'most' },
              { label: say('column.rule') },
              { label: say('column.times'), isNumber: true },
            ]}
            rows={lines.map(({ act, rule, times }) => ({ cells: [act, rule, `${times}`] }))}
          />
        </Section>
      ))}
    </Stack>
  )
}
