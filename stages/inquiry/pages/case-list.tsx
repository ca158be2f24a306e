import type { Child, PropsWithChildren } from 'hono/jsx'
import type { Reader } from '../../../platform/http/index.ts'
import {
  Actions,
  ButtonLink,
  Columns,
  Empty,
  ErrorSummary,
  Head,
  List,
  Section,
  type Errors,
  Said,
} from '../../../ui/index.ts'

export type CaseListProps = {
  readonly reader: Reader
  readonly problem: { readonly question: string; readonly language: string }
  readonly errors: Errors
  readonly title: string
  readonly lead: string
  /** Where one adds to the list, for who may: a link at the top leads to the form beside it. */
  readonly add: { readonly id: string; readonly title: string } | false
  readonly items: readonly Child[]
  readonly count: string
  readonly isCountHidden?: boolean
  /** What stands in place of an empty list; in a case told from sources its title is "Unknown". */
  readonly none: { readonly title: string | null; readonly next: string }
  readonly aside: Child
}

/** What was asked, ordered, written or said in one case: the list, and beside it the form for the next. */
export function CaseList(props: PropsWithChildren<CaseListProps>) {
  const { reader, problem, errors, title, lead, add, items, count, isCountHidden = false, none, aside } = props
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head eyebrow={<Said lang={problem.language}>{problem.question}</Said>} title={title} lead={lead}>
        {props.children}
        {add ? (
          <Actions>
            <ButtonLink href={`#${add.id}`}>{add.title}</ButtonLink>
          </Actions>
        ) : null}
      </Head>
      <Columns
        shape="wide"
        main={
          items.length === 0 ? (
            <Empty title={none.title ?? reader.common('unknown')} level={2}>
              <p>{none.next}</p>
            </Empty>
          ) : (
            <Section id="all" title={count} isTitleHidden={isCountHidden}>
              <List items={items} />
            </Section>
          )
        }
        aside={aside}
      />
    </>
  )
}
