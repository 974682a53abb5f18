"""Export for other systems: flat tables (CSV, xlsx) and FHIR R4; see docs/uitwisseling.md."""
