import { ButtonLink, Empty, Head, Pager, Section, Stack } from '../../../ui/index.ts'
import type { HandedLink } from '../../../stages/problem/index.ts'
import { Cases, type CasesProps } from './cases.tsx'

export type CasesPageProps = CasesProps & {
  readonly place: string
  /** The way to what other places have handed over. */
  readonly handed: HandedLink | null
  readonly newer: string | null
  readonly older: string | null
}

export function CasesPage({ place, handed, newer, older, ...props }: CasesPageProps) {
  const { reader, say, isTold, cases } = props
  const raise = isTold ? undefined : <ButtonLink href={reader.to('problem.new')}>{say('raise')}</ButtonLink>
  return (
    <Stack gap="8">
      <Head title={say('cases.title')} lead={say('cases.lead', { place })}>
        {raise && cases.length > 0 ? <p>{raise}</p> : null}
        {handed ? (
          <p class="fm-small">
            <a href={handed.href}>{handed.text}</a> {handed.words}
          </p>
        ) : null}
      </Head>
      {cases.length === 0 ? (
        <Empty level={2} title={say('none')} action={raise}>
          {say('none-text')}
        </Empty>
      ) : (
        <Section id="cases" title={say('all-cases')} isTitleHidden>
          <Cases {...props} />
        </Section>
      )}
      {newer || older ? (
        <Pager
          label={say('cases.pages')}
          before={newer ? { href: newer, text: say('cases.newer') } : undefined}
          after={older ? { href: older, text: say('cases.older') } : undefined}
        />
      ) : null}
    </Stack>
  )
}
