import loadHighs, { type Highs, type Model } from 'highs'

/** The exact programs of this package, solved by HiGHS compiled to WebAssembly: the same bytes in Node and in a browser. */
export type Solver = {
  readonly version: string
  program(rows: Rows, columns: readonly Column[]): Program
}

export type Rows = { readonly lower: readonly number[]; readonly upper: readonly number[] }

export type Column = {
  readonly cost: number
  readonly lower: number
  readonly upper: number
  /** Row and coefficient, each row at most once. */
  readonly entries: readonly (readonly [row: number, value: number])[]
  /** Stays a fraction where the others are asked for in whole numbers. */
  readonly isFractional?: boolean
}

export type Solved = {
  readonly value: number
  readonly columns: Float64Array
  /** By how much the best value grows with each unit of a row's binding bound. */
  readonly prices: Float64Array
}

/** A program kept in the solver between questions; `close` frees what it holds. The best value is always the largest. */
export type Program = {
  solve(): Solved | undefined
  /** In whole numbers. With `any`, the first found serves. */
  solveWhole(wanted: 'best' | 'any'): { readonly value: number; readonly columns: Float64Array } | undefined
  setCosts(costs: Float64Array): void
  setCost(column: number, cost: number): void
  setColumnBounds(lower: Float64Array, upper: Float64Array): void
  setRowBounds(row: number, lower: number, upper: number): void
  setAllRowBounds(lower: Float64Array, upper: Float64Array): void
  setEntry(row: number, column: number, value: number): void
  addColumn(column: Column): void
  close(): void
}

/** Smaller than any whole difference by far, larger than what doubles lose over a few hundred columns. */
const feasibility = 1e-9

/** Loads the solver, 4 MB, once; everything after it is synchronous. Run long solves in a worker. */
export async function loadSolver(): Promise<Solver> {
  const highs = await loadHighs()
  return { version: `HiGHS ${highs.version.string}`, program: (rows, columns) => open(highs, rows, columns) }
}

function open(highs: Highs, rows: Rows, columns: readonly Column[]): Program {
  const { optimal } = highs.constants.modelStatus
  const model = highs.createModel(modelOf(highs, rows, columns))
  model.options.set({
    output_flag: false,
    presolve: 'off',
    primal_feasibility_tolerance: feasibility,
    dual_feasibility_tolerance: feasibility,
    mip_feasibility_tolerance: feasibility,
    random_seed: 0,
  })
  const wholeness = columns.map(({ isFractional = false }) => (isFractional ? 0 : 1))
  const allColumns = (): { kind: 'range'; from: number; to: number } => ({
    kind: 'range',
    from: 0,
    to: wholeness.length - 1,
  })
  return {
    solve() {
      model.run()
      if (model.getModelStatus() !== optimal) return undefined
      const { colValue, rowDual } = model.getSolution()
      return { value: model.getObjectiveValue(), columns: colValue, prices: rowDual }
    },
    solveWhole(wanted) {
      model.changeColsIntegrality(allColumns(), Int32Array.from(wholeness))
      // A proof needs a closed gap; the default of 1e-4 ends too early. Any whole point serves where no proof is asked for.
      model.options.set({
        presolve: 'on',
        mip_rel_gap: wanted === 'best' ? 0 : 1e6,
        mip_abs_gap: wanted === 'best' ? feasibility : 1e6,
      })
      runWhole(model)
      const isSolved = model.getModelStatus() === optimal
      const found = isSolved ? { value: model.getObjectiveValue(), columns: model.getSolution().colValue } : undefined
      model.clearIntegrality()
      model.options.set({ presolve: 'off' })
      return (
        found && {
          value: found.value,
          columns: found.columns.map((value, at) => (wholeness[at] === 1 ? Math.round(value) : value)),
        }
      )
    },
    setCosts: (costs) => void model.changeColsCost(allColumns(), costs),
    setCost: (column, cost) => void model.changeColCost(column, cost),
    setColumnBounds: (lower, upper) => void model.changeColsBounds(allColumns(), lower, upper),
    setRowBounds: (row, lower, upper) => void model.changeRowBounds(row, lower, upper),
    setAllRowBounds: (lower, upper) =>
      void model.changeRowsBounds({ kind: 'range', from: 0, to: lower.length - 1 }, lower, upper),
    setEntry: (row, column, value) => void model.changeCoefficient(row, column, value),
    addColumn({ cost, lower, upper, entries }) {
      model.addCol(cost, lower, upper, sparse(entries))
      wholeness.push(1)
    },
    close: () => model.dispose(),
  }
}

/** HiGHS 1.15.1 gives up on some small programs that its presolve empties of rows (status −1); without presolve it solves them. */
function runWhole(model: Model): void {
  try {
    model.run()
  } catch {
    model.options.set({ presolve: 'off' })
    model.run()
  }
}

function modelOf(highs: Highs, rows: Rows, columns: readonly Column[]): Parameters<Model['passModel']>[0] {
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  for (const { entries } of columns) {
    for (const [row, value] of entries) {
      indices.push(row)
      values.push(value)
    }
    starts.push(indices.length)
  }
  return {
    numCols: columns.length,
    numRows: rows.lower.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: columns.map(({ cost }) => cost),
    colLower: columns.map(({ lower }) => lower),
    colUpper: columns.map(({ upper }) => upper),
    rowLower: rows.lower,
    rowUpper: rows.upper,
    matrix: { format: 'csc', numRows: rows.lower.length, numCols: columns.length, starts, indices, values },
  }
}

function sparse(entries: Column['entries']): { indices: number[]; values: number[] } {
  const sorted = entries.toSorted(([a], [b]) => a - b)
  return { indices: sorted.map(([row]) => row), values: sorted.map(([, value]) => value) }
}
