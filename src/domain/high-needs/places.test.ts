import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  costEach,
  extraPlaces,
  type PlaceProject,
  type Provision,
  placesBy,
  reconcilePlaces,
  reconcileProject,
  totalPlaces,
} from './places.ts'

const unit: Provision = {
  code: 'a',
  position: 1,
  phase: 'primary',
  school: 'Hill Primary',
  area: 'North',
  title: 'Autism unit',
  kind: 'SEN Unit',
  need: 'Autism',
  places: 20,
  criteria: null,
  opensIn: null,
  source: 'p. 1',
  note: null,
  illustrative: false,
}
const project: PlaceProject = {
  code: 'p',
  position: 1,
  school: 'Hill Primary',
  stage: 'approved',
  title: 'More',
  extraPlaces: 8,
  resultingPlaces: 28,
  expected: null,
  status: '',
  source: 'p. 1',
  note: null,
  illustrative: false,
}

test('places add up to the same total whatever they are added up by', () => {
  const provisions = fc.array(
    fc.record({
      school: fc.constantFrom('a', 'b', 'c'),
      area: fc.constantFrom('n', 's'),
      need: fc.constantFrom('x', 'y', 'z'),
      phase: fc.constantFrom('primary' as const, 'secondary' as const),
      places: fc.nat(60),
      opensIn: fc.constantFrom(null, '2024-09'),
    }),
  )
  fc.assert(
    fc.property(provisions, (list) => {
      const all = list.map((each) => ({ ...unit, ...each }))
      for (const what of ['school', 'area', 'need', 'phase', 'kind'] as const) {
        const parts = placesBy(all, what)
        const sum = (of: 'places' | 'opening' | 'provisions') =>
          parts.reduce((total, each) => total + each[of], 0)
        assert.deepEqual(
          { provisions: sum('provisions'), places: sum('places'), opening: sum('opening') },
          totalPlaces(all),
        )
      }
    }),
  )
})

test('a printed number of places agrees with the list, or both are said', () => {
  assert.ok(reconcilePlaces('Primary', 36, 36).agrees)
  assert.equal(
    reconcilePlaces('Primary', 36, 34).says,
    'Primary: the provision listed adds up to 34, 2 fewer than the printed 36. The paper does not explain the difference.',
  )
})

test('what a project will come to is held against what its school has', () => {
  assert.ok(reconcileProject(project, [unit])?.agrees)
  const apart = reconcileProject({ ...project, extraPlaces: 0, resultingPlaces: 10 }, [unit])
  assert.match(apart?.says ?? '', /would leave 10 now; listed are 20 \(Autism unit\)/)
  const speech = { ...unit, need: 'SLCN', title: 'SLCN unit', places: 12 }
  const named = reconcileProject(
    { ...project, title: 'Change the SLCN provision', extraPlaces: 0, resultingPlaces: 20 },
    [unit, speech],
  )
  assert.match(named?.says ?? '', /listed are 12 \(SLCN unit\)/)
  assert.equal(reconcileProject({ ...project, extraPlaces: null }, [unit]), null)
  assert.equal(reconcileProject(project, []), null)
})

test('projects that give no number add none, and are counted', () => {
  const all = [
    project,
    { ...project, extraPlaces: null },
    { ...project, stage: 'awaiting approval' as const },
  ]
  assert.deepEqual(extraPlaces(all, 'approved'), { projects: 2, places: 8, withoutNumber: 1 })
})

test('the cost of one is to the penny, and nobody’s has none', () => {
  assert.equal(costEach(260_000_000n, 54), 4_814_815n)
  assert.equal(costEach(100n, 0), null)
})
