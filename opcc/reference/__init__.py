"""The office: its area, plan, and the organisations it deals with."""
