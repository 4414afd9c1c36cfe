/** Which version of a process is looked at. */
export function VersionChoice({ label, versions, value, onChange }: { label: string; versions: readonly number[]; value: number; onChange: (version: string) => void }) {
  return (
    <label>
      {label}
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        {versions.map((each) => (
          <option key={each} value={each}>
            v{each}
          </option>
        ))}
      </select>
    </label>
  );
}
