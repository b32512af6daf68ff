/** How many figures 0-9 a value holds. */
export const digitsOf = (value: string): number => value.replace(/[^0-9]/g, '').length;

// Public lines: 988, 911, the Crisis Text Line, Veterans Crisis Line.
const publicLine = /^(?:741741|838255|233733|678678|988|911|211)$/;

/** ICD, CPT and HCPCS codes, instruments, drugs and statutes: letters and digits that tell nothing about one person. */
export function isCode(value: string): boolean {
  return (
    publicLine.test(value) ||
    // Billing codes in the plural, "90837s".
    /^9\d{4}s$/.test(value) ||
    // Billing codes with a modifier, or two of them: "H2019-95", "99213/S9480".
    /^(?:[GHST]\d{4}|9\d{4})(?:-(?:9[35]|25|59|22|52|GT|H[A-Z]|U\d)|\/(?:[GHST]\d{4}|9\d{4})){1,2}$/.test(value) ||
    // A provider's taxonomy code, "1041C0700X".
    /^\d{3}[A-Z\d][A-Z]\d{4}X$/.test(value) ||
    // A grant of a public funder, "R01-MH120034".
    /^(?:\d)?[A-Z]\d{2}-?[A-Z]{2}\d{6}(?:-\d{2})?$/.test(value) ||
    /^[A-TV-Z]\d{2}(?:\.\d{1,4})?[A-Z]?$/i.test(value) ||
    /^[A-V]\d{4}$/i.test(value) ||
    /^6[A-E]\d[\dA-Z](?:\.[\dA-Z]{1,2})?$/i.test(value) ||
    /^(?:908\d\d|907\d\d|909\d\d|96[01]\d\d|97[01]\d\d|98[09]\d\d|99[0-4]\d\d|80\d{3}|G0\d{3})(?:[-/]\d+)?$/.test(
      value,
    ) ||
    (/^[A-Z]{2,8}(?:-?[IVX]{1,3})?-[A-Z\d]{1,3}(?:-[A-Z\d]{1,3})*$/.test(value) && digitsOf(value) <= 3) ||
    /^0x[0-9a-f]{1,6}$/i.test(value) ||
    // Genes and enzymes, and products written with a figure.
    /^(?:cyp\d[a-z]\d{1,2}|ugt\d[a-z]\d{1,2}|slc6a\d|htr\d[a-c]|hla\w?\d{2,4}|life360|bet365|office365|m365)$/i.test(
      value,
    ) ||
    /^(?:covid|dsm|icd|phq|gad|pcl|mmpi|wisc|wais|basc|caps|sars|cfr|usc)\b/i.test(value) ||
    (/^\d{1,3}(?:\.\d+)+$/.test(value) && value.length < 8)
  );
}
