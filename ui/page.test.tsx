import { expect, test } from 'vitest'
import { Gallery } from './gallery/gallery.tsx'
import { Table } from './table.tsx'

const assets = { css: ['/a.css', '/theme.css'], js: ['/a.js'] }
const parts = ['pieces', 'thread', 'forms'] as const

test('a page is a whole document with one h1, a way past the header and its styles in order', () => {
  for (const part of parts) {
    const html = String(<Gallery assets={assets} part={part} />)
    expect(html.startsWith('<!doctype html>\n<html lang="en" dir="ltr"')).toBe(true)
    expect(html).toContain('<a class="fm-skip" href="#main">')
    expect(html.indexOf('/a.css')).toBeLessThan(html.indexOf('/theme.css'))
    expect(html).toContain('<title>Every piece – Lindhavn</title>')
  }
})

test('no page has inline styles or scripts', () => {
  for (const part of parts) {
    const html = String(<Gallery assets={assets} part={part} />)
    expect(html).not.toMatch(/ style=|<style|<script(?![^>]* src=)| on[a-z]+="/)
  }
})

test('every form of a page carries the token of the request', () => {
  const html = String(<Gallery assets={assets} part="forms" />)
  expect(html.match(/method="post"/g)?.length).toBe(
    html.match(/name="form-token" value="token-of-the-gallery"/g)?.length,
  )
})

test('a table keeps its roles when a phone shows it as a list', () => {
  const html = String(
    <Table
      caption="Who"
      columns={[{ label: 'Name' }, { label: 'Seats', isNumber: true }]}
      rows={[{ cells: ['Ada', 3] }]}
    />,
  )
  for (const role of ['table', 'rowgroup', 'row', 'columnheader', 'rowheader', 'cell'])
    expect(html).toContain(`role="${role}"`)
  expect(html).toContain('<span class="fm-table__label" aria-hidden="true">Seats</span>')
})
