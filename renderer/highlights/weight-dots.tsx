import { WEIGHTS, type Weight } from '#shared/model/highlight'
import { useMessages } from '../app/language'

/** A weight as dots, as many of five as it has. */
export function WeightDots({ weight }: { readonly weight: Weight }) {
  const t = useMessages()
  return (
    <span
      className="weight"
      role="img"
      aria-label={t('coding.weighs', { weight })}
      title={t('coding.weighs', { weight })}
    >
      {WEIGHTS.map((each) => (
        <span key={each} data-on={each <= weight || undefined} />
      ))}
    </span>
  )
}
