import { shareOf } from '@folkmoot/basics/share.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import { Button, Details, Empty, Form, Head, Said, Section, ShareBar, Table } from '../../../../ui/index.ts'
import type { Problem } from '../../../problem/index.ts'
import { numberWords } from '../../money.ts'
import { comparedOf } from '../compared.ts'
import { legitimacies, type Figure, type Legitimacy } from '../figures.ts'
import type { SayLegitimacies } from '../messages/words.ts'
import type { Computed } from '../store.ts'

export type LegitimaciesPageProps = {
  readonly reader: Reader
  readonly say: SayLegitimacies
  readonly problem: Problem
  /** The newest first. */
  readonly computed: readonly Computed[]
  readonly elsewhere: readonly (readonly Figure[])[]
  readonly mayCompute: boolean
}

/** Four tables, one a legitimacy: each figure with what it counts, then and now, and how it is elsewhere here. No total. */
export function LegitimaciesPage(props: LegitimaciesPageProps) {
  const { reader, say, problem, computed, mayCompute } = props
  const [latest] = computed
  return (
    <>
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say('page.title')}
        lead={say('page.lead')}
      />
      {latest ? (
        <>
          <p class="fm-mini">{say('page.computed', { day: reader.time.day(latest.computedAt) })}</p>
          {legitimacies.map((legitimacy) => (
            <Part {...props} legitimacy={legitimacy} latest={latest} />
          ))}
          <p>
            <a class="fm-link" href={reader.to('legitimacies')}>
              {say('years.link')}
            </a>
          </p>
          <Replay {...props} latest={latest} />
        </>
      ) : (
        <Empty title={say('page.empty')} level={2}>
          {say('page.empty-next')}
        </Empty>
      )}
      {mayCompute ? (
        <Form action={reader.to('outcome.compute', { problem: problem.slug })} label={say('page.compute')}>
          <p class="fm-small">{say('page.compute-lead')}</p>
          <Button>{say('page.compute')}</Button>
        </Form>
      ) : null}
    </>
  )
}

type PartProps = LegitimaciesPageProps & { readonly latest: Computed }

function Part(props: PartProps & { readonly legitimacy: Legitimacy }) {
  const { reader, say, legitimacy, latest, computed, elsewhere } = props
  const earlier = computed.slice(1, 3)
  const title = say(`legitimacy.${legitimacy}`)
  return (
    <Section id={legitimacy} title={title} lead={say(`legitimacy.${legitimacy}-lead`)}>
      <Table
        caption={title}
        isCaptionHidden
        columns={[
          { label: say('column.what'), width: 'most' },
          { label: say('column.now') },
          ...earlier.map(({ computedAt }) => ({ label: reader.time.dayInTable(computedAt) })),
          { label: say('column.elsewhere') },
        ]}
        rows={latest.figures
          .filter((figure) => figure.legitimacy === legitimacy)
          .map((figure) => ({
            cells: [
              say(`figure.${figure.key}`),
              <Value reader={reader} say={say} figure={figure} />,
              ...earlier.map(({ figures }) => (
                <Value reader={reader} say={say} figure={figures.find(({ key }) => key === figure.key)} />
              )),
              comparedWords({ reader, say }, comparedOf(figure.key, elsewhere)),
            ],
          }))}
      />
    </Section>
  )
}

type Speaking = Pick<LegitimaciesPageProps, 'reader' | 'say'>

function Value({ reader, say, figure }: Speaking & { readonly figure: Figure | undefined }) {
  if (!figure || figure.kind === 'unknown') return <span class="fm-muted">{say('value.unknown')}</span>
  if (figure.kind === 'share') {
    const { count, of } = figure
    const said = shareOf(count, of)
    const words =
      said.kind === 'percent'
        ? say('value.share', { share: percent(said.share, reader), count, of })
        : say('value.share-of-few', { count, of })
    return <ShareBar share={figure.share} words={words} />
  }
  const short = (value: number): string => numberWords(Math.round(value * 10) / 10, reader.lang)
  return (
    <span class="fm-num">
      {say('value.mean', {
        low: short(figure.low),
        high: short(figure.high),
        from: short(figure.from),
        to: short(figure.to),
      })}
    </span>
  )
}

function comparedWords({ reader, say }: Speaking, compared: ReturnType<typeof comparedOf>): string {
  if (!compared) return say('value.too-few-cases')
  const { cases, low, middle, high } = compared
  const words = (share: number): string => percent(share, reader)
  return say('value.compared', { cases, low: words(low), middle: words(middle), high: words(high) })
}

function percent(share: number, { lang }: Pick<Reader, 'lang'>): string {
  return new Intl.NumberFormat(lang === 'en' ? 'en-GB' : lang, { style: 'percent', maximumFractionDigits: 0 }).format(
    share,
  )
}

function Replay({ say, latest }: PartProps) {
  return (
    <Details summary={say('replay.summary')} id="replay">
      <p>{say('replay.lead', { method: latest.method })}</p>
      <p class="fm-mini">
        {say('replay.hash')} <code>{latest.inputHash}</code>
      </p>
      <pre class="fm-small">{JSON.stringify(latest.inputs, null, 1)}</pre>
    </Details>
  )
}
