"""Everything that is true without a screen: rules, storage, use cases, exchange with the outside."""
