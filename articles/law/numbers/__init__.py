"""Numbers of legal documents (số ký hiệu): reading one, finding them in running text. No models, no queries."""
