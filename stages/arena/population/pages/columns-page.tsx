import type { Reader } from '../../../../platform/http/index.ts'
import { Button, ErrorSummary, Form, Head, Select, type Errors } from '../../../../ui/index.ts'
import type { Feature } from '../../features/store.ts'
import { valuesIn, type ColumnUse } from '../columns.ts'
import { columnField } from '../form.ts'
import type { SayPopulation } from '../messages/words.ts'
import type { Table } from '../table.ts'

export type ColumnsPageProps = {
  readonly reader: Reader
  readonly say: SayPopulation
  readonly placeLang: string
  readonly action: string
  readonly fileName: string
  readonly table: Table
  readonly features: readonly Feature[]
  readonly uses: readonly ColumnUse[]
  readonly errors: Errors
}

/** The first step: what stands in which column. A guess is filled in. */
export function ColumnsPage(props: ColumnsPageProps) {
  const { reader, say, action, table, errors, fileName } = props
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={say('columns.step')}
        title={say('columns.title')}
        lead={say('columns.lead', { file: fileName, rows: table.rows.length, columns: table.columns.length })}
      />
      <Form action={action} method="get">
        {table.columns.map((name, at) => (
          <Column {...props} name={name} at={at} />
        ))}
        <Button>{say('columns.send')}</Button>
      </Form>
    </>
  )
}

function Column({
  say,
  placeLang,
  table,
  features,
  uses,
  errors,
  name,
  at,
}: ColumnsPageProps & { readonly name: string; readonly at: number }) {
  const values = valuesIn(table, at)
  const shown = values.slice(0, 4).join(', ')
  return (
    <Select
      name={columnField(at)}
      label={say('columns.column', { name })}
      help={
        <span lang={placeLang}>
          {values.length > 4 ? say('columns.examples', { shown, more: values.length - 4 }) : shown}
        </span>
      }
      value={uses[at] ?? 'leave'}
      isUnmarked
      options={[
        ...features.map((feature) => ({ value: feature.id as string, label: feature.name })),
        { value: 'new', label: say('columns.use-new', { name }) },
        { value: 'count', label: say('columns.use-count') },
        { value: 'choose', label: say('columns.use-choose') },
        { value: 'leave', label: say('columns.use-leave') },
      ]}
      errors={errors}
    />
  )
}
